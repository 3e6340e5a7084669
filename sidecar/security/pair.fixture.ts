import { pairingSchema } from '../../shared/protocol/sidecar.ts';

/** Pairs with a running service by its one-time code, as the extension does; the token has both roles. */
export async function pair(url: string, code: string, client = 'test'): Promise<string> {
  const response = await fetch(`${url}/v1/pairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, client }),
  });
  return pairingSchema.parse(await response.json()).token;
}
