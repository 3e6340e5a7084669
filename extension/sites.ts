import { type RulePack, replaceByKey } from '../shared/detection/merge-packs.ts';
import type { Site } from '../shared/detection/site.ts';
import data from './sites.json' with { type: 'json' };

/** The sidecar's sample form is served from here; it counts as a known site. */
export const sampleHost = '127.0.0.1';

const sites = data.sites as readonly Site[];

/** What the browser is asked for to work on a host, or on `*.` and a domain. */
export const originOf = (host: string): string =>
  host === sampleHost ? `http://${host}/*` : `https://${host}/*`;

/** Match patterns of every known site. Paths are filtered when running: single-page sites change them without a load. */
export const siteMatches: readonly string[] = [...sites.map(({ host }) => host), sampleHost].map(originOf);

/** Whether a host is the one named, or belongs to `*.` and a domain. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const domain = pattern.slice(2);
  return host === domain || host.endsWith(`.${domain}`);
}

/** Whether the extension comes with the permission for this host, or for all hosts of `*.` and a domain. */
export function isKnownHost(host: string): boolean {
  return host === sampleHost || sites.some((site) => hostMatches(site.host, host));
}

/** The sites that rule packs name, one with the host and paths of an earlier one in its place. */
export function sitesOfPacks(packs: readonly RulePack[]): readonly Site[] {
  const key = ({ host, paths }: Site) => [host, ...paths].join(' ');
  return packs.reduce<Site[]>((merged, pack) => replaceByKey(merged, pack.sites, key), []);
}

/** The sites of packs that a host belongs to. */
export function listingsOf(host: string, packs: readonly RulePack[]): readonly Site[] {
  return sitesOfPacks(packs).filter((site) => hostMatches(site.host, host));
}

/** Paths of posting forms that packs name for a host. */
export function packPathsOf(host: string, packs: readonly RulePack[]): string[] {
  return listingsOf(host, packs).flatMap(({ paths }) => paths);
}

/** Whether this address is one where a posting form is known to be; `morePaths` are those of packs for this host. */
export function isPostingPath(host: string, path: string, morePaths: readonly string[] = []): boolean {
  const known = sites.filter((site) => hostMatches(site.host, host)).flatMap(({ paths }) => paths);
  return [...known, ...morePaths].some((part) => path.includes(part));
}
