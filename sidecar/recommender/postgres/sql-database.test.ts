import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { connectPostgres, type SqlDatabase } from './sql-database.ts';

let database: SqlDatabase | undefined;
afterEach(() => database?.close());

describe('connectPostgres', () => {
  test.each([
    'postgresql://me@db.example.org/pool',
    'postgresql://me@127.0.0.1/pool?host=db.example.org',
    'postgresql://me@[2001:db8::1]:5432/pool',
  ])('refuses %s, which is on another machine, wherever the host stands', (url) => {
    expect(() => connectPostgres({ url })).toThrow(/PostgreSQL at .* is on another machine/);
  });

  test('takes another machine where that was allowed, and a socket of this one', async () => {
    for (const options of [
      { url: 'postgresql://me@db.example.org/pool', allowOtherHost: true },
      { url: 'postgresql://me@/pool?host=/run/postgresql' },
    ]) {
      await connectPostgres(options).close();
    }
  });

  test('a server that is not there is named with the mend, and without the password', async () => {
    const port = await freePort();
    database = connectPostgres({ url: `postgresql://me:secret@127.0.0.1:${port}/pool` });
    const asking = database.transaction((query) => query('SELECT 1'));
    await expect(asking).rejects.toThrow(`PostgreSQL at 127.0.0.1:${port}/pool could not be used`);
    await expect(asking).rejects.not.toThrow(/secret/);
    await expect(asking).rejects.toHaveProperty('mend', expect.stringMatching(/CREATE EXTENSION vector/));
  });

  test('does not begin when its signal is aborted', async () => {
    database = connectPostgres({ url: 'postgresql://me@127.0.0.1:1/pool' });
    const asking = database.transaction(async () => undefined, AbortSignal.abort());
    await expect(asking).rejects.toThrow(/abort/i);
  });
});

/** A port at which nothing listens. */
function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
