import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { evaluationSchema } from '../../training/evaluation/record.ts';
import { openStore } from '../storage/store.ts';
import { registerEvaluate } from './evaluate.ts';
import { runCommand } from './run-command.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
const candidates = join(folder, 'candidates.csv');
const postings = join(folder, 'postings.jsonl');

async function run(...args: string[]): Promise<string> {
  const { out } = await runCommand(registerEvaluate, ['evaluate', '--seed', '3', ...args], folder);
  return out;
}

beforeAll(() => {
  const random = createRandom(1);
  const topics = ['ledgers', 'audits', 'budgets', 'payroll', 'forecasts', 'invoices'];
  const lines = Array.from({ length: 700 }, (_, i) => {
    const group = random.next() < 0.5 ? 'female' : 'male';
    const words = random.shuffle(topics).slice(0, 3).join(' and ');
    const style =
      random.next() < (group === 'male' ? 0.7 : 0.2) ? 'A rockstar who dominates.' : 'Works with care.';
    const answer = i % 20 === 0 ? 'prefer not to say' : group;
    const region = random.next() < 0.5 ? 'north' : 'south';
    return `p${i},accountant,"Accountant number ${i} keeping ${words} for firm ${i % 97}. ${style}",${answer},${region}`;
  });
  writeFileSync(candidates, ['id,occupation,text,gender,region', ...lines].join('\n'));
  const texts = Array.from({ length: 14 }, (_, i) => ({
    id: `job-${i}`,
    employer: `Employer ${i}`,
    text: `Accountant\n\nYou keep ${random.shuffle(topics).slice(0, 2).join(' and ')} for office ${i}. You are a rockstar.\nYou must have experience as an accountant. Team ${i} meets ${random.shuffle(topics).join(', ')}.`,
  }));
  writeFileSync(postings, texts.map((line) => JSON.stringify(line)).join('\n'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('evaluate', () => {
  it('gives the object of the contract, on the report fold and unseen postings', async () => {
    const output = await run('--postings', postings, '--candidates', candidates, '--json', '--synthetic');
    const evaluation = evaluationSchema.parse(JSON.parse(output));
    expect(JSON.parse(output)).not.toHaveProperty('look');
    const { candidates: parts, postings: sides } = evaluation.folds;
    expect(parts.optimise + parts.select + parts.report).toBe(evaluation.candidates);
    expect(sides.training + sides.unseen).toBe(evaluation.postings);
    expect(evaluation.methods.map(({ method }) => method)).toEqual([
      'keep',
      'curated-all',
      'best-of-8',
      'greedy-64',
      'span-ilql',
      'planned',
      'amortised',
      'guided-16',
    ]);
    expect(evaluation.methods.every((row) => row.factsBroken === 0 && row.mostInserts === 0)).toBe(true);
    expect(evaluation.methods[0]?.signedGap.groups.map(({ group }) => group)).toEqual(['female', 'male']);
  });

  it('prints a table that says what was measured on what, crossings too, and which look it was', async () => {
    openStore(folder).close();
    const table = await run(
      '--postings',
      postings,
      '--candidates',
      candidates,
      '--attribute',
      'Gender',
      '--attribute',
      'region',
      '--synthetic',
    );
    expect(table).toContain('Simulated');
    expect(table).toContain('not on a job board');
    expect(table).toMatch(/keep .*greedy-64 /s);
    expect(table).toContain('gender × region');
    expect(table).toContain('Look number 1 at these report candidates');
  });

  it('measures with the recommender that is named, and says so', async () => {
    const named = async (name: string) => {
      const files = ['--postings', postings, '--candidates', candidates, '--attribute', 'gender'];
      const output = await run(...files, '--json', '--synthetic', '--recommender', name);
      return evaluationSchema.parse(JSON.parse(output)).recommender;
    };
    expect(await named('lexical')).toBe('lexical (BM25)');
    expect(await named('dense')).toMatch(/^dense \(latent-semantic/);
  });

  it('refuses to search by what the company did, and a recommender that it does not know', async () => {
    const files = ['--postings', postings, '--candidates', candidates];
    await expect(run(...files, '--recommender', 'interactions')).rejects.toThrow(
      /bias included.*Use embedded, lexical, dense, ollama, external, postgres\./,
    );
    await expect(run(...files, '--recommender', 'oracle')).rejects.toThrow(
      /"oracle" is unknown; use embedded, lexical, dense, interactions, ollama, external, postgres/,
    );
    await expect(run(...files, '--url', 'http://127.0.0.1:1')).rejects.toThrow(/belong to --recommender/);
  });

  it('names the bad value, the good ones and the mend', async () => {
    await expect(
      run('--postings', postings, '--candidates', candidates, '--attribute', 'sex'),
    ).rejects.toThrow(/no column "sex"; it has id, occupation, text, gender, region/);
    await expect(run('--postings', 'nowhere.csv', '--candidates', candidates)).rejects.toThrow(
      'no such file',
    );
    await expect(run('--postings', 'ad.docx', '--candidates', candidates)).rejects.toThrow(
      '.csv, .tsv or .jsonl',
    );
  });
});
