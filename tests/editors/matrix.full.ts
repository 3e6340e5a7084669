import { afterAll } from 'vitest';
import { testContract } from './contract.ts';
import { allFixtures } from './fixtures/fixtures.ts';
import { createMatrix } from './matrix.ts';

/** Every check of every editor; the table in `docs/editors.md` is what this run found. */
const matrix = createMatrix(allFixtures);
testContract(allFixtures, undefined, matrix.note);

afterAll(() => {
  process.stdout.write(`\n${matrix.table()}\n`);
  matrix.write();
});
