import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../sidecar/cli.ts';
import { paperTable } from '../../sidecar/paper-protocol/paper-table.ts';
import { generateWorld } from '../../sidecar/sample-company/planted-bias.ts';
import { type PaperEvaluation, paperEvaluationSchema } from '../../training/paper-protocol/record.ts';
import { accountantOptions, hasAccountants, readAccountingPostings } from './accountants.ts';
import { companyOptions } from './synthetic-company.ts';

const folder = mkdtempSync(join(tmpdir(), 'paper-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function evaluate(...options: string[]): Promise<{ code: number; out: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runCommandLine(['evaluate', '--protocol', 'paper', '--quiet', ...options], {
    stdin: new PassThrough(),
    stdout,
    stderr,
    signal: new AbortController().signal,
    defaultDataDirectory: folder,
  });
  return { code, out: String(stdout.read() ?? '') };
}

/** What must hold on any data. */
function expectSound({
  methods,
  rows,
  audits,
  encoders,
  absent,
}: PaperEvaluation & { methods: string[] }): void {
  expect(encoders.map(({ searched }) => searched)).toEqual([true, false]);
  expect(rows).toHaveLength(2 * methods.length);
  for (const { factsBroken, addressesChanged } of audits) {
    expect({ factsBroken, addressesChanged }).toEqual({ factsBroken: 0, addressesChanged: 0 });
  }
  expect(audits[0]).toMatchObject({ method: 'original', edits: 0, copyRate: 1, lengthChange: 0 });
  expect(absent.map(({ why }) => why).every((why) => why.length > 0)).toBe(true);
}
const read = (out: string) => {
  const evaluation = paperEvaluationSchema.parse(JSON.parse(out));
  return { ...evaluation, methods: evaluation.audits.map(({ method }) => method) };
};

describe('evaluate --protocol paper', () => {
  it('runs every method on a synthetic company, twice read, and says which rows are missing and why', async () => {
    const world = generateWorld({ seed: 3, candidates: 400, postings: 8 });
    const given = [...companyOptions(folder, world), '--synthetic'];
    const [figure, markdown] = [join(folder, 'paper.svg'), join(folder, 'paper.md')];
    const { code, out } = await evaluate(...given, '--json', '--figure', figure, '--markdown', markdown);
    expect(code).toBe(0);
    const evaluation = read(out);
    expectSound(evaluation);
    expect(evaluation.methods).toEqual(
      expect.arrayContaining(['original', 'curated-all', 'best-of-8', 'greedy-64', 'span-ilql']),
    );
    expect(evaluation.absent.map(({ method }) => method)).toHaveLength(4);
    expect(evaluation.absent[0]?.why).toContain('--model');

    const drawn = new JSDOM(readFileSync(figure, 'utf8'), { contentType: 'image/svg+xml' }).window.document;
    const labels = [...drawn.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(labels).toEqual(expect.arrayContaining(evaluation.methods.slice(1)));
    expect(drawn.querySelectorAll('circle, rect[height="8"]')).toHaveLength(
      2 * (evaluation.methods.length - 1),
    );

    const lines = readFileSync(markdown, 'utf8').trimEnd().split('\n');
    const cells = lines.map((line) => line.split(' | '));
    expect(new Set(cells.map(({ length }) => length)).size).toBe(1);
    expect(cells.map(([first]) => first?.slice(2))).toEqual([
      ...['method', '---', ...evaluation.methods],
      ...[
        'by chance (lists in random order)',
        expect.stringMatching(/^\*pub/),
        expect.stringMatching(/^\*pub/),
      ],
    ]);

    const table = paperTable(evaluation);
    expect(table).toContain('Simulated');
    expect(table).toContain('published, on other data');
    expect(table).toMatch(/Not run: instruction to a language model: no model was given/);
  }, 120_000);

  it.skipIf(!hasAccountants)(
    'runs on real postings and biographies',
    async () => {
      const postings = (await readAccountingPostings()).slice(0, 6);
      const { code, out } = await evaluate(...accountantOptions(folder, postings), '--json');
      expect(code).toBe(0);
      const evaluation = read(out);
      expectSound(evaluation);
      // Ten of fifty: what chance alone does to the lowest impact ratio (reference figure .73 at equal numbers).
      expect(evaluation.rows[0]?.impactRatios[0]?.belowFourFifths.null).toBeGreaterThan(0.5);
    },
    120_000,
  );
});
