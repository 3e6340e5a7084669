import { type ActionSpace, type Choice, createActionSpace } from '../../training/actions.ts';
import type { Episode, PostingTask } from '../../training/environment.ts';
import type { RewardParts } from '../../training/reward.ts';

/** A posting of spans `a`, `b`, ... with so many wordings each beside keeping it; rewards are a function of the choice. */
export function createKnownTask(id: string, wordings: readonly number[]): PostingTask {
  const letters = wordings.map((_, i) => String.fromCharCode(97 + i));
  const text = letters.join(' ');
  const space: ActionSpace = createActionSpace(
    text,
    wordings.map((count, i) => ({
      start: 2 * i,
      end: 2 * i + 1,
      ruleId: `known/${letters[i]}`,
      category: 'masculine',
      options: Array.from({ length: count }, (_, option) => ({
        start: 2 * i,
        end: 2 * i + 1,
        before: letters[i] ?? '',
        after: `${letters[i]}${letters[i]}`.repeat(option + 1),
        source: 'curated' as const,
      })),
    })),
  );
  return { id, space, requirements: { skills: [], optionalSkills: [], licences: [] } };
}

/** An episode whose reward is known exactly. */
export function createKnownEpisode(task: PostingTask, reward: (choice: Choice) => number): Episode {
  const parts = (choice: Choice): RewardParts => ({
    reward: reward(choice),
    gap: -reward(choice),
    attributes: [],
    relevance: 1,
    edits: choice.filter((action) => action > 0).length,
  });
  let evaluations = 0;
  return {
    task,
    measure: {
      attributes: [],
      notEnough: [],
      everyone: [],
      skillShares: new Float32Array(0),
      depth: 1,
    },
    original: parts(task.space.slots.map(() => 0)),
    get evaluations() {
      return evaluations;
    },
    score: async (choices) => {
      evaluations += choices.length;
      return choices.map(parts);
    },
  };
}

/** Every choice of a posting. */
export function enumerate(task: PostingTask): number[][] {
  return task.space.slots.reduce<number[][]>(
    (choices, slot) =>
      choices.flatMap((choice) => [...slot.actions.keys()].map((action) => [...choice, action])),
    [[]],
  );
}
