import {
  drawing,
  employerSize,
  fieldChoices,
  ignoredRules,
  ignoredTerms,
  jurisdictions,
  rulePacks,
  siteChoices,
} from '../settings.ts';
import { broadcast } from './frame-commands.ts';

/** Tells every frame with marks when the user changed something that it draws by. */
export function tellFramesOfSettings(): void {
  const tell = () => void broadcastToAllTabs();
  for (const setting of [
    siteChoices,
    ignoredTerms,
    ignoredRules,
    jurisdictions,
    rulePacks,
    employerSize,
    fieldChoices,
    drawing,
  ]) {
    setting.watch(tell);
  }
}

async function broadcastToAllTabs(): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) await broadcast(tab.id, { type: 'command/settings-changed' });
  }
}
