import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { connectPostgres, type SqlDatabase } from './sql-database.ts';

/** Names a server with pgvector whose database is empty, to run the tests on in place of the one below. */
const serverVariable = 'AUTOREFINE_TEST_POSTGRES';

/** An empty database: PostgreSQL itself, compiled to WebAssembly, or on a real server where one is named. Whoever opens it closes it. */
export async function openTestDatabase(): Promise<SqlDatabase> {
  const url = process.env[serverVariable];
  if (url !== undefined) {
    const database = connectPostgres({ url });
    await database.transaction((query) => query('DROP SCHEMA IF EXISTS autorefine CASCADE'));
    return database;
  }
  const server = await PGlite.create({ extensions: { vector } });
  return {
    transaction: (work, signal) => {
      signal?.throwIfAborted();
      return server.transaction((transaction) =>
        work(async (sql, parameters = []) => (await transaction.query(sql, [...parameters])).rows),
      );
    },
    vacuum: async (table) => {
      await server.exec(`VACUUM ${table}`);
    },
    close: () => server.close(),
  };
}
