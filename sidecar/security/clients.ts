import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Role } from '../../shared/protocol/sidecar.ts';
import type { StoredToken, TokenTable } from '../storage/tokens.ts';

/** Programs that were paired and the tokens by which they are recognised. */
export interface Clients {
  /** Makes a token of 256 random bits. It is returned this once; only its hash is kept. */
  issue(client: string, roles: readonly Role[]): { readonly id: string; readonly token: string };
  /** The client that an `Authorization` header belongs to; compared in constant time. */
  recognise(authorization: string | undefined): StoredToken | undefined;
  list(): StoredToken[];
  revoke(id: string): boolean;
}

export function createClients(tokens: TokenTable, now: () => Date): Clients {
  return {
    issue(client, roles) {
      const id = randomBytes(6).toString('hex');
      const token = randomBytes(32).toString('base64url');
      tokens.add({ id, hash: hashOf(token).toString('hex'), client, roles, issuedAt: now().toISOString() });
      return { id, token };
    },
    recognise(authorization) {
      const given = hashOf(authorization?.match(/^Bearer ([\w-]{1,200})$/)?.[1] ?? '');
      // Every token is compared, so that the time taken does not tell which one came close.
      const found = tokens
        .live()
        .filter((token) => timingSafeEqual(Buffer.from(token.hash, 'hex'), given))[0];
      if (found !== undefined) tokens.markUsed(found.id, now().toISOString().slice(0, 10));
      return found;
    },
    list: () => tokens.live(),
    revoke: (id) => tokens.revoke(id, now().toISOString()),
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
