import type { PageState } from '../messages.ts';
import { managed, siteChoices } from '../settings.ts';
import { isKnownHost } from '../sites.ts';
import { hostOf } from './senders.ts';

/** Whether AutoRefine works on this host: the company's word, then the user's, then the list of known job sites. */
export async function siteState(host: string | undefined): Promise<PageState['site']> {
  if (!host) return 'unsupported';
  const [companyOn, companyOff, choices] = await Promise.all([
    managed.sitesOn.get(),
    managed.sitesOff.get(),
    siteChoices.get(),
  ]);
  if (companyOff.includes(host)) return 'off';
  if (companyOn.includes(host)) return 'on';
  return (choices[host] ?? isKnownHost(host)) ? 'on' : 'off';
}

const loader = 'content-scripts/loader.js';

/** Keeps the user's choice. The page that asks has already got the host permission, by the user's click. */
export async function switchSite(host: string, on: boolean): Promise<void> {
  await siteChoices.set({ ...(await siteChoices.get()), [host]: on });
  await registerSites();
}

/**
 * Registers the loader for every host that is on beyond the known ones, so that it starts with each page there.
 * Replaces what was registered before; a host whose permission is gone is left out.
 */
export async function registerSites(): Promise<void> {
  const [choices, companyOn] = await Promise.all([siteChoices.get(), managed.sitesOn.get()]);
  const chosen = Object.entries(choices).flatMap(([host, on]) => (on ? [host] : []));
  const hosts = [...new Set([...chosen, ...companyOn])].filter((host) => !isKnownHost(host));
  const permitted: string[] = [];
  for (const host of hosts) {
    if (await chrome.permissions.contains({ origins: [`https://${host}/*`] }))
      permitted.push(`https://${host}/*`);
  }
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: ['chosen-sites'] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: ['chosen-sites'] });
  if (permitted.length === 0) return;
  await chrome.scripting.registerContentScripts([
    {
      id: 'chosen-sites',
      js: [loader],
      matches: permitted,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_end',
      persistAcrossSessions: true,
    },
  ]);
}

/** Starts the loader in every open page of a site that is on: after an install or an update nothing of ours runs there. */
export async function startInOpenTabs(): Promise<void> {
  for (const { id, url, discarded } of await chrome.tabs.query({})) {
    if (id === undefined || discarded || (await siteState(hostOf(url))) !== 'on') continue;
    // A page of an error or of the store takes no scripts, whatever its address.
    await startLoader(id).catch(() => undefined);
  }
}

/** Starts the loader in a page that is already open; a frame without permission is passed over by Chrome. */
export async function startLoader(tabId: number): Promise<void> {
  await chrome.scripting.executeScript({ target: { tabId, allFrames: true }, files: [`/${loader}`] });
}
