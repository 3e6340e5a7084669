import type { TableImporter } from '../routes/services.ts';
import { openAttributes } from '../storage/attributes.ts';
import { parseMapping } from './column-mapping.ts';
import { type ImportDependencies, importCandidateTable } from './import-candidates.ts';
import { importOutcomes } from './import-outcomes.ts';
import { importStream } from './import-stream.ts';

/** Imports tables that come over HTTP. The attribute file is open only while outcomes come in. */
export function createTableImporter(dependencies: ImportDependencies): TableImporter {
  const { store } = dependencies;
  return {
    async importTable(body, { kind, format, map, dryRun, signal }) {
      const options = { dryRun, ...(signal === undefined ? {} : { signal }) };
      const mapping = parseMapping(map);
      return importStream(body, { directory: store.directory, format, signal }, async (file) => {
        if (kind === 'candidates') {
          return importCandidateTable(file, { ...options, map: mapping }, dependencies);
        }
        const attributes = openAttributes(store.directory);
        try {
          return await importOutcomes(file, options, { store, attributes });
        } finally {
          attributes.close();
        }
      });
    },
  };
}
