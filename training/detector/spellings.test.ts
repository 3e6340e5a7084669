import { describe, expect, it } from 'vitest';
import { sentenceFeatures } from '../../shared/detection/classifier/features.ts';
import { layoutOf } from '../../shared/detection/classifier/layout.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import { spellingsOf } from './spellings.ts';
import type { TrainingDocument, TrainingSentence } from './training-set.ts';

const sentence = (text: string): TrainingSentence => ({
  ...sentenceFeatures(tokenise(text)),
  matched: false,
  quoted: new Set(),
});
const document = (...texts: string[]): TrainingDocument => ({
  fold: 0,
  synthetic: false,
  labels: new Set(),
  byRules: new Set(),
  sentences: texts.map(sentence),
  hits: [],
  length: 0,
  layout: layoutOf(''),
});

describe('spellings', () => {
  const bread = document('Fresh bread daily.', 'We bake bread, bread, bread.');
  const spellings = spellingsOf([bread], []);
  const rows = bread.sentences.map(spellings.rowOf);

  it('number every word once, wherever it stands', () => {
    const shared = [...(rows[0] ?? [])].filter((word) => rows[1]?.includes(word));
    expect(rows.map((row) => row.length)).toEqual([3, 3]);
    expect(shared).toHaveLength(1);
    expect(spellings.parts.ends).toHaveLength(5);
  });

  it('value what stands in every sentence at nothing', () => {
    const [word = 0] = [...(rows[0] ?? [])].filter((one) => rows[1]?.includes(one));
    const from = spellings.parts.ends[word - 1] ?? 0;
    for (const bucket of spellings.parts.buckets.subarray(from, spellings.parts.ends[word])) {
      expect(spellings.values[bucket]).toBe(0);
    }
  });
});

describe('inverse frequency', () => {
  it('falls with the number of units that hold a bucket', () => {
    const values = inverseFrequency([[1, 2], [1], [1, 3]]);
    expect(values[1]).toBe(0);
    expect(values[2]).toBeCloseTo(Math.log(4 / 2));
    expect(values[4]).toBeCloseTo(Math.log(4));
  });
});
