import type { SiteRow } from '../messages.ts';
import type { SendRequest } from '../pages-client.ts';

type SiteToTurnOn = Pick<SiteRow, 'host' | 'origin'>;

/**
 * Asks the browser for one site, by its `origin`, and turns it on. Call it straight from a click: the browser asks only
 * then. A popup may be closed by the question; the worker then turns the site on by itself.
 * @returns whether the site is on now.
 */
export async function turnSiteOn({ host, origin }: SiteToTurnOn, send: SendRequest): Promise<boolean> {
  const granted = await chrome.permissions.request({ origins: [origin] });
  if (granted) await send({ type: 'page/site', host, on: true });
  return granted;
}
