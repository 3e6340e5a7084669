import { expect, it } from 'vitest';
import type { PaperEvaluation, PaperRow } from '../../training/paper-protocol/record.ts';
import { paperMarkdown } from './paper-markdown.ts';

const q = (mean: number, change: number | null = null) => ({
  ...{ mean, sd: 2 },
  change: change === null ? null : { mean: change, interval: { lower: change - 1, upper: change + 1 } },
});
const row = (method: string, [published, corrected]: [number, number], change: number | null): PaperRow => ({
  ...{ method, encoder: 'hybrid', publishedQ: q(published), correctedQ: q(corrected, change) },
  impactRatios: [
    {
      attribute: 'gender',
      groups: [
        { group: 'female', postings: 8, mean: 0.8, sd: 0.2, null: { mean: 0.83, sd: 0.24 } },
        { group: 'male', postings: 0, mean: null, sd: null, null: null },
      ],
      belowFourFifths: { observed: 0.5, null: 0.73 },
    },
  ],
});
const audit = (method: string, edits: number) => ({
  ...{ method, edits, postings: 8, factsBroken: 0, addressesChanged: 0, grammarErrors: null },
  ...{ newFindings: 0, lengthChange: 0, copyRate: 1 },
});
/** @param apart what the published form gives more than the corrected one */
const evaluation = (apart: number): PaperEvaluation => ({
  ...{ protocol: 'paper', k: 50, selected: 10, synthetic: true, seed: 1, salt: 's' },
  postings: { given: 12, distinct: 11, training: 3, unseen: 8 },
  candidates: { all: 200, report: 100 },
  encoders: [{ name: 'hybrid (lexical + dense)', searched: true }],
  ...{ targets: [], corrected: [], absent: [] },
  rows: [row('original', [-9 + apart, -9], null), row('a | b', [-7 + apart, -7], 2)],
  audits: [audit('original', 0), audit('a | b', 3)],
});
const table = (apart = 0) =>
  paperMarkdown(evaluation(apart))
    .trimEnd()
    .split('\n')
    .map((line) => line.slice(2, -2).split(' | '));

it('has a line a method, and those of chance and of what was published, all equally long', () => {
  const [heading, line, original, second, chance, refined] = table();
  expect(heading?.slice(0, 6)).toEqual([
    ...['method', 'q, hybrid', 'change of it'],
    ...['IR female, hybrid', 'IR male, hybrid', 'lowest IR of gender < .8'],
  ]);
  expect(new Set(line)).toEqual(new Set(['---']));
  expect(original?.slice(0, 6)).toEqual(['original', '-9.00 ± 2.00', '–', '0.80 ± 0.20', '–', '50.0\u00a0%']);
  expect(second?.slice(0, 3)).toEqual(['a \\| b', '-7.00 ± 2.00', '2.00 [1.00, 3.00]']);
  expect(chance?.slice(3, 6)).toEqual(['0.83 ± 0.24', '–', '73.0\u00a0%']);
  expect(refined?.[0]).toMatch(/^\*published on other data/);
  expect(new Set(table().map((cells) => cells.length)).size).toBe(1);
  expect(second).toContain('no checker');
});

it('shows both forms of q where they differ', () => {
  const [heading, , original] = table(6);
  expect(heading?.slice(1, 3)).toEqual(['q as published, hybrid', 'q corrected, hybrid']);
  expect(original?.slice(1, 3)).toEqual(['-3.00 ± 2.00', '-9.00 ± 2.00']);
});
