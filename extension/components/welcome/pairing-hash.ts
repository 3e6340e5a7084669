import { defaultPort } from '../../../shared/protocol/sidecar.ts';

/** What the address of the page says about pairing: `#code=ABCD-1234&port=47821`. */
export interface PairingHash {
  readonly code: string;
  readonly port: number;
}

const largestPort = 65535;

/** A whole number from 1 to 65535, or `undefined` for anything else. */
export function parsePort(text: string): number | undefined {
  if (!/^\d{1,5}$/.test(text.trim())) return undefined;
  const port = Number(text);
  return port >= 1 && port <= largestPort ? port : undefined;
}

/** Reads code and port from the part of an address after `#`; what is missing is empty or the default port. */
export function readPairingHash(hash: string): PairingHash {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return { code: values.get('code') ?? '', port: parsePort(values.get('port') ?? '') ?? defaultPort };
}
