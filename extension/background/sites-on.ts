import type { RulePack } from '../../shared/detection/merge-packs.ts';
import type { SiteOnPage, SiteRow } from '../messages.ts';
import { packsInForce } from '../rule-packs.ts';
import { managed, siteChoices } from '../settings.ts';
import { hostMatches, isKnownHost, listingsOf, originOf, sitesOfPacks } from '../sites.ts';
import { hostOf } from './senders.ts';

/**
 * Whether AutoRefine works on this host: the company's policy, then the user's choice, then the lists of job sites; and
 * nowhere without the browser's permission. `host` may also be `*.` and a domain.
 */
export async function siteOf(
  host: string | undefined,
  packsRead: Promise<readonly RulePack[]> = packsInForce(),
): Promise<SiteOnPage> {
  if (!host) return { site: 'unsupported', origin: '' };
  const [companyOn, companyOff, choices, packs, permitted] = await Promise.all([
    managed.sitesOn.get(),
    managed.sitesOff.get(),
    siteChoices.get(),
    packsRead,
    chrome.permissions.contains({ origins: [originOf(host)] }),
  ]);
  const among = (patterns: readonly string[]) => patterns.some((pattern) => hostMatches(pattern, host));
  const listings = listingsOf(host, packs);
  const known = isKnownHost(host);
  const origin = originOf(known ? host : (listings[0]?.host ?? host));
  const standing = (on: boolean) => ({ site: on && permitted ? ('on' as const) : ('off' as const), origin });
  if (among(companyOff)) return { ...standing(false), company: 'off' };
  if (among(companyOn)) return { ...standing(true), company: 'on' };
  const chosen = [host, ...listings.map((listing) => listing.host)]
    .map((name) => choices[name])
    .find((choice) => choice !== undefined);
  const listed = listings.length > 0;
  return { ...standing(chosen ?? (known || listed)), ...(listed ? { company: 'lists' as const } : {}) };
}

/** Every site that the company names or the user switched, for the options page. */
export async function siteRows(): Promise<SiteRow[]> {
  const [companyOn, companyOff, choices, packs] = await Promise.all([
    managed.sitesOn.get(),
    managed.sitesOff.get(),
    siteChoices.get(),
    packsInForce(),
  ]);
  const listed = new Map(sitesOfPacks(packs).map(({ host, name }) => [host, name]));
  const hosts = new Set([...listed.keys(), ...companyOn, ...companyOff, ...Object.keys(choices).sort()]);
  return Promise.all(
    [...hosts].map(async (host) => {
      const name = listed.get(host);
      return { host, ...(name === undefined ? {} : { name }), ...(await siteOf(host)) };
    }),
  );
}

/**
 * Keeps the user's choice. The page that asks has already got the host permission, by the user's click; switched off, the
 * site's permission goes back to the browser.
 */
export async function switchSite(host: string, on: boolean): Promise<void> {
  await siteChoices.set({ ...(await siteChoices.get()), [host]: on });
  if (on) {
    await registerSites();
    return startInOpenTabs(host);
  }
  const { origins = [] } = await chrome.permissions.getAll();
  if (!isKnownHost(host) && origins.includes(originOf(host))) {
    await chrome.permissions.remove({ origins: [originOf(host)] });
  }
  await registerSites();
}

const oneSite = /^https:\/\/((?:\*\.)?[^*/]+)\/\*$/;

/**
 * Switches sites on that the browser has just permitted. Its question takes the focus, which closes the popup that asked:
 * nobody but the worker is there for the answer.
 */
export async function switchOnPermitted(origins: readonly string[]): Promise<void> {
  for (const origin of origins) {
    const host = oneSite.exec(origin)?.[1];
    if (host !== undefined && !isKnownHost(host)) await switchSite(host, true);
  }
}

const loader = 'content-scripts/loader.js';
const scriptId = 'chosen-sites';

/** One at a time: what is registered twice is refused. */
let registering: Promise<void> = Promise.resolve();

/**
 * Registers the loader for every host that is on beyond the known ones, so that it starts with each page there.
 * Replaces what was registered before; a host whose permission is gone is left out.
 */
export function registerSites(): Promise<void> {
  registering = registering.then(register, register);
  return registering;
}

async function register(): Promise<void> {
  const rows = await siteRows();
  const matches = rows
    .filter(({ host, site }) => site === 'on' && !isKnownHost(host))
    .map(({ host }) => originOf(host));
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [scriptId] });
  if (matches.length === 0) return;
  await chrome.scripting.registerContentScripts([
    {
      id: scriptId,
      js: [loader],
      matches,
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_end',
      persistAcrossSessions: true,
    },
  ]);
}

/**
 * Starts the loader in every open page of a site that is on, or of one host: after an install, an update or a switch nothing
 * of ours runs there. A frame without permission is passed over by Chrome.
 */
export async function startInOpenTabs(only?: string): Promise<void> {
  for (const { id, url, discarded } of await chrome.tabs.query({})) {
    const host = hostOf(url);
    if (id === undefined || discarded || host === undefined) continue;
    if ((only !== undefined && !hostMatches(only, host)) || (await siteOf(host)).site !== 'on') continue;
    // A page of an error or of the store takes no scripts, whatever its address.
    await chrome.scripting
      .executeScript({ target: { tabId: id, allFrames: true }, files: [`/${loader}`] })
      .catch(() => undefined);
  }
}
