import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateSampleCompany } from '../../sidecar/sample-company/generate.ts';
import { runSections } from './bench-sections.ts';
import { printRows } from './detection-row.ts';
import { importPeople, importRest, issueToken } from './sidecar-company.ts';
import { type LoadTarget, latencyRows, memoryRow } from './sidecar-load.ts';
import { startService } from './sidecar-service.ts';
import { startRows } from './sidecar-start.ts';

/**
 * `npm run bench:sidecar -- [--quick] [--json] [--only start,load,memory]`: import and start with many people, matches under
 * load, alone and beside a training run, and memory over many requests. All people are synthetic.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const { quick, json, only } = values;

const rows = await runSections(
  {
    start: () => inFolder((data) => startRows(data, quick ? 5_000 : 100_000)),
    load: () => withService(quick ? 3_000 : 10_000, (target) => latencyRows(target, quick ? 5 : 30)),
    // What a request leaves behind does not depend on how many people there are: few, so that many requests fit in.
    memory: () => withService(500, async (target) => [await memoryRow(target, quick ? 2_000 : 100_000)]),
  },
  only,
);
printRows(rows, json);

function withService<T>(people: number, work: (target: LoadTarget) => Promise<T>): Promise<T> {
  return inFolder(async (data) => {
    const company = generateSampleCompany({ seed: 3, candidates: people });
    await importPeople(data, company);
    importRest(data, company);
    const token = issueToken(data);
    const service = await startService(data);
    try {
      return await work({ service, data, token, postings: company.postings });
    } finally {
      await service.close();
    }
  });
}

async function inFolder<T>(work: (data: string) => Promise<T>): Promise<T> {
  const data = mkdtempSync(join(tmpdir(), 'autorefine-bench-'));
  try {
    return await work(data);
  } finally {
    rmSync(data, { recursive: true });
  }
}
