import data from './sites.json' with { type: 'json' };

/** One job site as dated data: a wrong fact is mended in `sites.json`, without code. */
export interface Site {
  readonly name: string;
  /** A host, or `*.` and a domain whose subdomains belong to it too. */
  readonly host: string;
  /** Beginnings or parts of the path of a posting form; empty when none is known. */
  readonly paths: readonly string[];
  readonly editor: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly evidence: string;
}

/** The sidecar's sample form is served from here; it counts as a known site. */
export const sampleHost = '127.0.0.1';

const sites = data.sites as readonly Site[];

/** Match patterns of every known site. Paths are filtered when running: single-page sites change them without a load. */
export const siteMatches: readonly string[] = [
  ...sites.map((site) => `https://${site.host}/*`),
  `http://${sampleHost}/*`,
];

function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const domain = pattern.slice(2);
  return host === domain || host.endsWith(`.${domain}`);
}

/** The known job site a host belongs to. */
export function siteOf(host: string): Site | undefined {
  return sites.find((site) => hostMatches(site.host, host));
}

/** Whether AutoRefine is on for this host before the user chose anything. */
export function isKnownHost(host: string): boolean {
  return host === sampleHost || siteOf(host) !== undefined;
}

/** Whether this address is one where the site is known to have its posting form. */
export function isPostingPath(host: string, path: string): boolean {
  return siteOf(host)?.paths.some((part) => path.includes(part)) ?? false;
}
