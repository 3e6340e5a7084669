import type { SendRequest } from '../pages-client.ts';

/**
 * Asks the browser for one site and turns it on. Call it straight from a click: the browser asks only then.
 * @returns whether the site is on now.
 */
export async function turnSiteOn(host: string, send: SendRequest): Promise<boolean> {
  const granted = await chrome.permissions.request({ origins: [`https://${host}/*`] });
  if (granted) await send({ type: 'page/site', host, on: true });
  return granted;
}
