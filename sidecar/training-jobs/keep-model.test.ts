import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ModelTrainingRecord } from '../../training/language-model/training-record.ts';
import { keepModel } from './keep-model.ts';
import { modelCard } from './model-card.fixture.ts';

let directory: string;
let named: string[];
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'models-'));
  writeFileSync(join(directory, 'merged.gguf'), 'weights');
  named = [];
});
afterEach(() => rmSync(directory, { recursive: true }));

const { record } = modelCard('autorefine:one');
const asGood = { difference: 0, interval: { lower: -0.1, upper: 0.1 } };

const keep = (changes: Partial<ModelTrainingRecord>) =>
  keepModel(
    { ...record, ...changes },
    {
      engine: {
        base: { path: join(directory, 'base.gguf') },
        keep: async (name) => {
          named.push(name);
          return 'digest';
        },
      },
      directory,
      today: '2026-01-31',
      base: 'small:1b',
      baseDigest: 'base-digest',
      path: () => join(directory, 'merged.gguf'),
      data: { postings: 3, hash: 'h' },
      listMeasured: false,
      files: {},
    },
  );

it('keeps and puts forward a model that is better than its base and than the policy', async () => {
  const { promoted, card } = await keep({});
  expect(promoted).toBe(true);
  expect(named).toEqual([card?.name]);
});

it('keeps a model that is better than its base alone, and says that the policy is better', async () => {
  const { promoted, card, verdict } = await keep({ policy: { mean: 0.3, ...asGood } });
  expect(promoted).toBe(false);
  expect(card).toBeDefined();
  expect(verdict).toContain('the policy is better, keep it');
});

it('keeps nothing that is no better than its base', async () => {
  expect(await keep({ report: { base: 0.3, tuned: 0.3, ...asGood } })).toMatchObject({ promoted: false });
  expect(named).toEqual([]);
});

it('keeps nothing of which quantising lost more than a third of the gain, and says so', async () => {
  // .6 was gained before quantising, .2 of it is left.
  const { card, verdict } = await keep({ float: 0.7 });
  expect(card).toBeUndefined();
  expect(named).toEqual([]);
  expect(verdict).toBe(
    'Quantising loses 67 % of what training gained, more than a third; the base stays in use.',
  );
});

it('keeps what lost a third or less, and what quantising made no worse', async () => {
  expect((await keep({ float: 0.39 })).promoted).toBe(true);
  expect((await keep({ float: 0.2 })).promoted).toBe(true);
});
