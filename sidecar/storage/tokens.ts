import { z } from 'zod';
import { type Role, roleSchema } from '../../shared/protocol/sidecar.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** A client that was paired. Only a SHA-256 of its token is kept. */
export interface StoredToken {
  readonly id: string;
  readonly hash: string;
  /** What the client called itself when it was paired. */
  readonly client: string;
  readonly roles: readonly Role[];
  readonly issuedAt: string;
  /** Day of the last use, so that an unused client is noticed without writing at every request. */
  readonly lastUsedOn?: string;
}

export interface TokenTable {
  add(token: Omit<StoredToken, 'lastUsedOn'>): void;
  /** Tokens that were not revoked, oldest first. */
  live(): StoredToken[];
  markUsed(id: string, day: string): void;
  revoke(id: string, at: string): boolean;
}

interface Row {
  id: string;
  hash: string;
  client: string;
  roles: string;
  issued_at: string;
  last_used_on: string | null;
}

export function createTokenTable(database: Database): TokenTable {
  const statements = {
    add: database.prepare('INSERT INTO tokens (id, hash, client, roles, issued_at) VALUES (?, ?, ?, ?, ?)'),
    live: database.prepare<[], Row>('SELECT * FROM tokens WHERE revoked_at IS NULL ORDER BY issued_at, id'),
    used: database.prepare(
      'UPDATE tokens SET last_used_on = @day WHERE id = @id AND last_used_on IS NOT @day',
    ),
    revoke: database.prepare('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL'),
  };
  return {
    add: ({ id, hash, client, roles, issuedAt }) => {
      statements.add.run(id, hash, client, JSON.stringify(roles), issuedAt);
    },
    live: () =>
      statements.live.all().map((row) => ({
        id: row.id,
        hash: row.hash,
        client: row.client,
        roles: readJson(z.array(roleSchema), row.roles),
        issuedAt: row.issued_at,
        ...(row.last_used_on === null ? {} : { lastUsedOn: row.last_used_on }),
      })),
    markUsed: (id, day) => {
      statements.used.run({ id, day });
    },
    revoke: (id, at) => statements.revoke.run(at, id).changes > 0,
  };
}
