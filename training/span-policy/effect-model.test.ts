import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace } from '../actions.ts';
import type { RewardParts } from '../reward.ts';
import { fitEffects, type LoggedRewrite, predictEdit, predictOriginal } from './effect-model.ts';
import { ridge } from './ridge.ts';
import { worstGap } from './running-state.ts';

describe('ridge', () => {
  it('solves the normal equations', () => {
    const rows = [
      { features: [0], value: 3 },
      { features: [0, 1], value: 5 },
      { features: [1], value: 1 },
    ];
    // (X'X + 1) w = X'y with X'X = [[2, 1], [1, 2]] and X'y = [8, 6].
    const [a, b] = ridge(rows, 2, 1);
    expect(3 * a! + b!).toBeCloseTo(8, 9);
    expect(a! + 3 * b!).toBeCloseTo(6, 9);
  });

  it('is zero without rows', () => {
    expect([...ridge([], 3, 1)]).toEqual([0, 0, 0]);
  });
});

describe('effect model', () => {
  const text = 'bold and driven';
  const span = (before: string, afters: string[]) => {
    const start = text.indexOf(before);
    const place = { start, end: start + before.length, ruleId: `rule/${before}` };
    return {
      ...place,
      category: 'masculine' as const,
      options: afters.map((after) => ({ ...place, before, after, source: 'curated' as const })),
    };
  };
  const space = createActionSpace(text, [span('bold', ['clear', 'open']), span('driven', ['steady'])]);
  const requirements = { occupation: 'clerk', skills: [], optionalSkills: [], licences: [] };
  const task = { id: 'p', requirements, space };
  const parts = (gap: number): RewardParts => ({
    reward: 0,
    gap: 0,
    attributes: [
      { attribute: 'g', signed: Float64Array.from([gap, -gap]), beyondChance: 0, squaredExcess: 0 },
    ],
    relevance: 0.8,
    edits: 0,
  });
  /** The true world: each edit moves the gap by so much. */
  const effects = [
    [0, -0.04, -0.04],
    [0, -0.01],
  ];
  const random = createRandom(1);
  const logs = Array.from({ length: 400 }, (): LoggedRewrite => {
    const choice = space.slots.map((slot) => random.integer(slot.actions.length));
    const moved = choice.reduce((sum, action, i) => sum + (effects[i]?.[action] ?? 0), 0);
    return {
      task,
      original: parts(0.07),
      choice,
      propensity: 1 / 6,
      parts: parts(0.07 + moved + 0.01 * random.normal()),
    };
  });
  const model = fitEffects(logs);
  const group = model.dimensions.indexOf('g/0');

  it('finds what each edit does, from noisy rewrites', () => {
    space.slots.forEach((slot, place) => {
      slot.actions.forEach((_, action) => {
        expect(predictEdit(model, slot, action)[group]).toBeCloseTo(effects[place]![action]!, 2);
      });
    });
  });

  it('lends what it knows of a kind to wording it never saw', () => {
    const unseen = createActionSpace(text, [span('bold', ['plain'])]).slots[0]!;
    const effect = predictEdit(model, unseen, 1)[group]!;
    expect(effect).toBeLessThan(-0.02);
  });

  it('predicts the gap of the original text without a call', () => {
    const predicted = predictOriginal(model, task);
    expect(predicted[group]).toBeCloseTo(0.07, 2);
    expect(worstGap(model, predicted, undefined, 0)).toBeCloseTo(0.07, 2);
    expect(worstGap(model, predicted, undefined, 0.03)).toBeCloseTo(0.04, 2);
  });
});
