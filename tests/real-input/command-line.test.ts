import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import { checkLineSchema } from '../../shared/protocol/check.ts';
import { rewriteSchema } from '../../shared/protocol/rewrite.ts';
import { importSummarySchema } from '../../shared/protocol/sidecar.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { autorefine, jsonLines } from '../command-line.ts';
import { candidateFile, hasDevelopmentData, realPostings } from './development-data.ts';

const rewriteLineSchema = rewriteSchema
  .pick({ text: true, edits: true, refused: true })
  .extend({ id: z.string() });

const reportSchema = z.looseObject({ about: z.looseObject({ candidates: z.int() }) });

describe.skipIf(!hasDevelopmentData)('the command line on real postings and resumes', () => {
  let data: string;
  beforeAll(() => {
    data = mkdtempSync(join(tmpdir(), 'real-input-'));
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  it.each(['resumes_dev', 'bios_dev'] as const)(
    'imports every line of %s, and again without a change',
    async (name) => {
      const { path, lines } = candidateFile(name);
      const once = await autorefine(['import', 'candidates', path, '--json', '--quiet', '--data', data]);
      expect(once.code, once.stderr).toBe(0);
      const [first] = jsonLines(once.stdout).map((line) => importSummarySchema.parse(line));
      expect(
        (first?.imported ?? 0) +
          (first?.updated ?? 0) +
          (first?.unchanged ?? 0) +
          (first?.rejected.length ?? 0),
      ).toBe(lines);
      expect(first?.rejected.length).toBeLessThan(lines * 0.02);

      const twice = await autorefine(['import', 'candidates', path, '--json', '--quiet', '--data', data]);
      const [second] = jsonLines(twice.stdout).map((line) => importSummarySchema.parse(line));
      expect(second).toMatchObject({ imported: 0, updated: 0 });
    },
  );

  it('checks 100 postings: every finding is the text it names', async () => {
    const postings = realPostings(100);
    const input = postings.map((posting) => JSON.stringify(posting)).join('\n');
    const { code, stdout, stderr } = await autorefine(['check', '-', '--json', '--data', data], `${input}\n`);
    expect(code, stderr).toBe(0);
    const checks = jsonLines(stdout).map((line) => checkLineSchema.parse(line));
    expect(checks.map((check) => check.id)).toEqual(postings.map((posting) => posting.id));
    for (const [index, check] of checks.entries())
      for (const finding of check.findings)
        expect(postings[index]?.text.slice(finding.start, finding.end)).toBe(finding.text);
  });

  it('rewrites 20 postings and leaves every fact as it was', async () => {
    const postings = realPostings(20);
    const input = postings.map((posting) => JSON.stringify(posting)).join('\n');
    const { code, stdout, stderr } = await autorefine(
      ['rewrite', '-', '--json', '--data', data],
      `${input}\n`,
    );
    expect(code, stderr).toBe(0);
    const rewrites = jsonLines(stdout).map((line) => rewriteLineSchema.parse(line));
    expect(rewrites).toHaveLength(20);
    for (const [index, rewrite] of rewrites.entries()) {
      const original = postings[index]?.text ?? '';
      expect(rewrite.text).toBe(applyEdits(original, rewrite.edits));
      const values = (text: string) => extractFacts(text).map((fact) => `${fact.kind} ${fact.value}`);
      const kept = rewrite.edits.filter((edit) => edit.source !== 'insert');
      expect(values(applyEdits(original, kept))).toEqual(values(original));
    }
    expect(rewrites.some((rewrite) => rewrite.edits.length > 0)).toBe(true);
  });

  it('the report counts the candidates that the database holds', async () => {
    const out = join(data, 'report.json');
    const { code, stderr } = await autorefine(['report', '--format', 'json', '--out', out, '--data', data]);
    expect(code, stderr).toBe(0);
    const report = reportSchema.parse(JSON.parse(readFileSync(out, 'utf8')));
    const store = openStore(data);
    try {
      expect(report.about.candidates).toBe(store.candidates.count());
      expect(report.about.candidates).toBeGreaterThan(2000);
    } finally {
      store.close();
    }
  });
});
