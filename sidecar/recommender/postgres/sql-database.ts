import pg from 'pg';
import { ServiceUnavailable } from '../../routes/services.ts';
import { requireLoopback } from '../loopback.ts';

/** Runs one statement and gives its rows. */
export type Query = (sql: string, parameters?: readonly unknown[]) => Promise<readonly unknown[]>;

/** What is needed of a PostgreSQL server. */
export interface SqlDatabase {
  /** Runs the work in one transaction, undone when it throws or when the signal is aborted. */
  transaction<T>(work: (query: Query) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Removes deleted rows from a table and its indexes, which no transaction can. */
  vacuum(table: string): Promise<void>;
  close(): Promise<void>;
}

export interface PostgresOptions {
  /** Such as `postgresql://user@127.0.0.1:5432/database`. */
  readonly url: string;
  /** Set only after the company was told that candidate ids and vectors leave the machine. */
  readonly allowOtherHost?: boolean | undefined;
}

const mostConnections = 4;

/**
 * Connections to a PostgreSQL server, made when they are needed. Whoever connects closes.
 * @throws RangeError for a server on another machine without `allowOtherHost`; ServiceUnavailable, when used, where the
 * server cannot be reached or refuses.
 */
export function connectPostgres({ url, allowOtherHost = false }: PostgresOptions): SqlDatabase {
  // Read by the driver itself: a connection string can name the host in more than one place.
  const { host, port, database } = new pg.Client({ connectionString: url });
  if (!host.startsWith('/')) requireLoopback('PostgreSQL', `http://${bracketed(host)}`, allowOtherHost);
  const place = `${host}:${port}/${database}`;
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    application_name: 'autorefine',
    // A command that is done does not wait for idle connections to time out.
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced; what then fails is the next use, which tells.
  pool.on('error', () => undefined);

  return {
    async transaction(work, signal) {
      signal?.throwIfAborted();
      const client = await pool.connect().catch((error: unknown) => {
        throw unavailable(place, error);
      });
      const cancel = () => {
        pool
          .query('SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE pid = $1', [processOf(client)])
          .catch(() => undefined);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      let broken = false;
      try {
        await client.query('BEGIN');
        const result = await work(async (sql, parameters = []) => {
          signal?.throwIfAborted();
          return (await client.query(sql, [...parameters])).rows as unknown[];
        });
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        signal?.throwIfAborted();
        throw error instanceof pg.DatabaseError || broken ? unavailable(place, error) : error;
      } finally {
        signal?.removeEventListener('abort', cancel);
        client.release(broken);
      }
    },
    async vacuum(table) {
      const [schema = '', name = ''] = table.split('.').map((part) => pg.escapeIdentifier(part));
      await pool.query(`VACUUM ${schema}.${name}`).catch((error: unknown) => {
        throw unavailable(place, error);
      });
    },
    close: () => pool.end(),
  };
}

/** The server's process behind a connection; the driver has it and its types do not. */
function processOf(client: pg.PoolClient): number {
  return 'processID' in client && typeof client.processID === 'number' ? client.processID : 0;
}

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

function unavailable(place: string, error: unknown): ServiceUnavailable {
  const why = error instanceof Error ? error.message : String(error);
  return new ServiceUnavailable(
    `PostgreSQL at ${place} could not be used: ${why}.`,
    'Check that the server runs, that the connection string is right and that the pgvector extension is installed ' +
      '(CREATE EXTENSION vector), or choose the embedded recommender.',
    { cause: error },
  );
}
