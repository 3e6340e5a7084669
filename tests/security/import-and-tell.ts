import { importCandidateTable } from '../../sidecar/import/import-candidates.ts';
import { candidateOf } from '../../sidecar/storage/records.fixture.ts';
import { openStore } from '../../sidecar/storage/store.ts';

/** Imports a table and prints how many records are acknowledged after each batch; run by killed-import.test.ts. */
const [directory = '', table = ''] = process.argv.slice(2);
const store = openStore(directory);
await importCandidateTable(
  table,
  { onProgress: (done) => process.stdout.write(`${done}\n`) },
  {
    store,
    reader: {
      version: '1',
      redact: (text) => text,
      read: ({ externalId, text }) => candidateOf(externalId, text),
    },
  },
);
store.close();
