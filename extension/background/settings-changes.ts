import { watchPacks } from '../rule-packs.ts';
import {
  drawing,
  employerSize,
  fieldChoices,
  ignoredRules,
  ignoredTerms,
  jurisdictions,
  managed,
  siteChoices,
} from '../settings.ts';
import { broadcast } from './frame-commands.ts';

/** Tells every frame with marks when the user or the company changed something that it draws by. */
export function tellFramesOfSettings(): void {
  const tell = () => void broadcastToAllTabs();
  for (const setting of [
    siteChoices,
    ignoredTerms,
    ignoredRules,
    jurisdictions,
    employerSize,
    fieldChoices,
    drawing,
    managed.sitesOn,
    managed.sitesOff,
    managed.jurisdictions,
  ]) {
    setting.watch(tell);
  }
  watchPacks(tell);
  chrome.permissions.onRemoved.addListener(tell);
}

async function broadcastToAllTabs(): Promise<void> {
  for (const tab of await chrome.tabs.query({})) {
    if (tab.id !== undefined) await broadcast(tab.id, { type: 'command/settings-changed' });
  }
}
