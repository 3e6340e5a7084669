import { defineBackground } from 'wxt/utils/define-background';
import { analystWork } from '../background/analyst-work.ts';
import { answerPort, type PortWork } from '../background/answer-port.ts';
import { runKeyboardCommand } from '../background/commands.ts';
import { takeCompanyPacks } from '../background/company-packs.ts';
import { answerFrame, openPanel } from '../background/frame-messages.ts';
import { answerPage } from '../background/page-requests.ts';
import { offerPairing, offerPairingInOpenTabs } from '../background/pairing-offer.ts';
import { reportWork } from '../background/report-work.ts';
import { rewriteWork } from '../background/rewrite-work.ts';
import { classifySender } from '../background/senders.ts';
import { tellFramesOfSettings } from '../background/settings-changes.ts';
import { registerSites, startInOpenTabs, switchOnPermitted } from '../background/sites-on.ts';
import { forgetTab } from '../background/tab-frames.ts';
import { ports } from '../port-messages.ts';
import { watchPacks } from '../rule-packs.ts';
import { keepStorageFromPages, managed, pairing } from '../settings.ts';

const portWork = new Map<string, PortWork>([
  [ports.analyst, analystWork],
  [ports.rewrite, rewriteWork],
  [ports.report, reportWork],
]);

export default defineBackground(() => {
  const extension = { id: chrome.runtime.id, origin: new URL(chrome.runtime.getURL('/')).origin };
  const ready = keepStorageFromPages();

  chrome.runtime.onMessage.addListener((message: unknown, sender, reply) => {
    const from = classifySender(sender, extension);
    if (from.kind === 'stranger') return false;
    if (from.kind === 'frame' && openPanel(message, from.tabId)) return false;
    ready
      .then(() => (from.kind === 'page' ? answerPage(message) : answerFrame(message, from)))
      .then(reply, () => reply(undefined));
    return true;
  });

  chrome.runtime.onConnect.addListener((port) => {
    const from = port.sender && classifySender(port.sender, extension);
    const work = portWork.get(port.name);
    if (from?.kind === 'page' && work) answerPort(port, ready, work);
    else port.disconnect();
  });

  chrome.commands.onCommand.addListener((command, tab) => {
    void runKeyboardCommand(command, tab?.id);
  });
  chrome.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
  chrome.permissions.onAdded.addListener(({ origins }) => void switchOnPermitted(origins ?? []));
  chrome.permissions.onRemoved.addListener(() => void registerSites());
  for (const setting of [managed.sitesOn, managed.sitesOff]) setting.watch(() => void registerSites());
  watchPacks(() => void registerSites());
  // What the company gave meanwhile; erasing what the browser keeps ends the pairing too, and the policy holds on.
  for (const setting of [managed.rulePacks, pairing]) setting.watch(() => void takeCompanyPacks());
  chrome.runtime.onStartup.addListener(async () => {
    await takeCompanyPacks();
    await registerSites();
  });

  chrome.runtime.onInstalled.addListener(async ({ reason }) => {
    await ready;
    await takeCompanyPacks();
    await registerSites();
    await startInOpenTabs();
    const offered = await offerPairingInOpenTabs();
    if (reason === 'install' && !offered && (await managed.showWelcome.get())) {
      await chrome.tabs.create({ url: chrome.runtime.getURL('/welcome.html') });
    }
  });
  tellFramesOfSettings();
  offerPairing();
});
