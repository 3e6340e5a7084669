import { describe, expect, it } from 'vitest';
import type { LabelCategory } from '../../shared/protocol/finding.ts';
import { macroAtPrevalence, scoreLabels } from './label-evaluation.ts';

const document = (actual: LabelCategory[], predicted: LabelCategory[]) => ({ actual, predicted });
const classOf = (scores: ReturnType<typeof scoreLabels>, category: LabelCategory) =>
  scores.classes.find((one) => one.category === category)!;

describe('scoreLabels', () => {
  const scores = scoreLabels(
    [
      document(['age'], ['age']),
      document(['age'], []),
      document([], ['age']),
      document(['age', 'general'], ['age', 'general']),
      document([], []),
    ],
    1,
  );

  it('counts by hand: precision 2/3, recall 2/3', () => {
    expect(classOf(scores, 'age')).toMatchObject({ positives: 3, precision: 2 / 3, recall: 2 / 3 });
    expect(classOf(scores, 'age').f1).toBeCloseTo(2 / 3, 12);
    expect(classOf(scores, 'general')).toMatchObject({ positives: 1, f1: 1 });
    expect(classOf(scores, 'racial')).toMatchObject({ positives: 0, precision: 0, recall: 0, f1: 0 });
  });

  it('averages over all seven classes', () => {
    expect(scores.macro).toBeCloseTo((2 / 3 + 1) / 7, 12);
  });

  it('gives intervals that hold the value, and the same ones for the same seed', () => {
    const { f1, interval } = classOf(scores, 'age');
    expect(interval[0]).toBeLessThanOrEqual(f1);
    expect(interval[1]).toBeGreaterThanOrEqual(f1);
    const predictions = [document(['age'], ['age']), document(['age'], [])];
    expect(scoreLabels(predictions, 5)).toEqual(scoreLabels(predictions, 5));
  });
});

describe('macroAtPrevalence', () => {
  const all: LabelCategory[] = [
    'age',
    'disability',
    'masculine',
    'feminine',
    'racial',
    'sexuality',
    'general',
  ];
  const half = Array.from({ length: 10 }, (_, index) => index < 5);

  it('is the macro F1 itself at the share of positives that there is', () => {
    const scores = scoreLabels(
      half.map((positive, index) => document(positive ? all : [], index % 3 === 0 ? all : [])),
      1,
    );
    expect(macroAtPrevalence(scores, 0.5)).toBeCloseTo(scores.macro, 12);
  });

  it('of every label on every document is 2p / (1 + p)', () => {
    const scores = scoreLabels(
      half.map((positive) => document(positive ? all : [], all)),
      1,
    );
    expect(macroAtPrevalence(scores, 0.136)).toBeCloseTo((2 * 0.136) / 1.136, 12);
  });
});
