/** Whether a host is this machine: `localhost`, `127.x.x.x` or `::1`, as it stands in an address or alone. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/.test(host);
}

/** Whether an address stays on this machine. */
export function isLoopback(url: string): boolean {
  return isLoopbackHost(new URL(url).hostname);
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
