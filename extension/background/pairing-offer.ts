/**
 * `npm start` opens a page of the sidecar whose address carries a one-time code. Our own pairing page then takes its
 * place with the code filled in; the recruiter still confirms, because any program on this machine could open such a page.
 */
export function offerPairing(): void {
  chrome.tabs.onUpdated.addListener((tabId, change) => {
    if (change.url !== undefined) void offer(tabId, change.url);
  });
}

/** Offers pairing in start pages that were open before the extension was. Gives whether there was one. */
export async function offerPairingInOpenTabs(): Promise<boolean> {
  const tabs = await chrome.tabs.query({ url: 'http://127.0.0.1/start' });
  const offers = await Promise.all(
    tabs.map((tab) => (tab.id === undefined ? false : offer(tab.id, tab.url ?? ''))),
  );
  return offers.includes(true);
}

async function offer(tabId: number, url: string): Promise<boolean> {
  const hash = pairingHash(url);
  if (hash === undefined) return false;
  await chrome.tabs.update(tabId, { url: `${chrome.runtime.getURL('/welcome.html')}${hash}` });
  return true;
}

/** `#code=…&port=…` for the pairing page, when `url` is a start page on this machine that carries a code. */
export function pairingHash(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port, pathname, hash } = new URL(url);
  const code = new URLSearchParams(hash.slice(1)).get('code');
  if (protocol !== 'http:' || hostname !== '127.0.0.1' || pathname !== '/start' || !code || !port)
    return undefined;
  return `#${new URLSearchParams({ code, port })}`;
}
