import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace, isLegalChoice } from '../actions.ts';
import type { PostingTask } from '../environment.ts';
import { editFeatures } from './edit-features.ts';
import type { EffectModel } from './effect-model.ts';
import { plan, planned, predict } from './planned.ts';

/** A posting of single letters with two wordings each, and a model that knows what each of them does. */
function createWorld(dimensions: readonly string[], effects: readonly (readonly number[][])[]) {
  const letters = effects.map((_, i) => String.fromCharCode(97 + i));
  const space = createActionSpace(
    letters.join(' '),
    letters.map((letter, i) => ({
      start: 2 * i,
      end: 2 * i + 1,
      ruleId: `known/${letter}`,
      category: 'masculine',
      options: (effects[i] ?? []).map((_, option) => ({
        start: 2 * i,
        end: 2 * i + 1,
        before: letter,
        after: letter.repeat(option + 2),
        source: 'curated' as const,
      })),
    })),
  );
  const edits: Record<string, number[]> = {};
  space.slots.forEach((slot, i) => {
    slot.actions.forEach((action, a) => {
      const wording = editFeatures(slot, action).at(-1);
      if (a > 0 && wording !== undefined) edits[wording] = effects[i]?.[a - 1] ?? [];
    });
  });
  const task: PostingTask = {
    id: 'posting',
    space,
    requirements: { skills: [], optionalSkills: [], licences: [] },
  };
  return (start: readonly number[]) => {
    const model: EffectModel = { dimensions: [...dimensions], edits, occupations: {} };
    return { ...predict(task, model), start: Float64Array.from(start) };
  };
}

const free = { relevance: 0.5, edit: 0 };
const twoGroups = ['gender/0', 'gender/1', 'relevance'];
const moves = (...values: number[]) => values.map((value) => [value, -value, 0]);

describe('a plan over learned effects', () => {
  const world = createWorld(twoGroups, [moves(-0.05, -0.02), moves(-0.04, 0.03), moves(-0.03)]);

  it('closes the gap and stops there: more of the same would overshoot', () => {
    expect(plan(world([0.05, -0.05, 0.9]), free)).toEqual([1, 0, 0]);
    expect(plan(world([0.12, -0.12, 0.9]), free)).toEqual([1, 1, 1]);
    expect(plan(world([0, 0, 0.9]), free)).toEqual([0, 0, 0]);
  });

  it('pays for edits: what an edit gains must be worth its price', () => {
    expect(plan(world([0.12, -0.12, 0.9]), { relevance: 0.5, edit: 0.035 })).toEqual([1, 1, 0]);
    expect(plan(world([0.12, -0.12, 0.9]), { relevance: 0.5, edit: 0.06 })).toEqual([0, 0, 0]);
  });

  it('pays for relevance', () => {
    const costly = createWorld(twoGroups, [
      [
        [-0.05, 0.05, -0.2],
        [-0.04, 0.04, 0],
      ],
    ]);
    expect(plan(costly([0.05, -0.05, 0.9]), free)).toEqual([2]);
  });

  it('buys no gain on one attribute with a loss on another', () => {
    const dimensions = ['gender/0', 'gender/1', 'region/0', 'region/1', 'relevance'];
    const trade = createWorld(dimensions, [[[-0.05, 0.05, 0.01, -0.01, 0]], [[-0.02, 0.02, 0, 0, 0]]]);
    expect(plan(trade([0.08, -0.08, 0, 0, 0.9]), free)).toEqual([0, 1]);
  });

  it('is legal, never worse than keeping, and the same as the policy’s choice', async () => {
    const size = fc.double({ min: -0.1, max: 0.1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 5 }),
        size,
        async (slots, gap) => {
          const prediction = createWorld(
            twoGroups,
            slots.map(([a, b]) => moves(a, b)),
          )([gap, -gap, 0.9]);
          const choice = plan(prediction, free);
          expect(isLegalChoice(prediction.task.space, choice)).toBe(true);
          const after = choice.reduce(
            (sum, action, i) => sum + (action === 0 ? 0 : (slots[i]?.[action - 1] ?? 0)),
            gap,
          );
          expect(Math.abs(after)).toBeLessThanOrEqual(Math.abs(gap) + 1e-12);
          const situation = { task: prediction.task, episode: undefined, random: createRandom(1) };
          const decided = await planned(prediction.effects, free).decide(situation);
          expect(decided).toEqual(plan(predict(prediction.task, prediction.effects), free));
        },
      ),
    );
  });
});
