/** Whether an address stays on this machine: `localhost`, `127.x.x.x` or `[::1]`. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Refuses an address on another machine unless the company opted in.
 * @param what is there, such as `The embedding model`.
 * @throws RangeError that names the address, what would leave and what to do.
 */
export function requireLoopback(what: string, url: string, allowOtherHost: boolean): void {
  if (allowOtherHost || isLoopback(url)) return;
  throw new RangeError(
    `${what} at ${url} is on another machine, so candidate and posting text would leave this one. ` +
      'Use an address on 127.0.0.1, or allow another host explicitly.',
  );
}
