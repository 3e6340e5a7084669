import { splitSentences } from '../../shared/detection/sentences.ts';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import { isFunctionWord } from '../../shared/edits/function-word.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import type { ActionSpace, Slot } from '../../training/actions.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import { rewardWeights } from '../../training/reward.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import type { Row } from './detection-row.ts';
import { removedRow } from './policy-style.ts';
import { openStyleWorld } from './style-world.ts';

export interface CeilingOptions {
  readonly seeds: readonly number[];
  readonly postings: number;
  readonly say: (line: string) => void;
}

/**
 * The most that wording can do where an attribute is planted in the style of real resumes: a search that may take out any word that
 * states no fact, however the sentence then reads, at the price of an edit and for nothing. No lexicon can offer more.
 */
export async function ceilingRows({ seeds, postings, say }: CeilingOptions): Promise<Row[] | string> {
  const world = await openStyleWorld(postings);
  if (typeof world === 'string') return world;
  const tasks = world.postings.map(({ id, text, employer }) => ({
    employer,
    task: { id, requirements: world.readRequirements(text), space: withoutAnyWord(text) },
  }));
  const rows: Row[] = [];
  for (const seed of seeds) {
    for (const edit of [rewardWeights.edit, 0]) {
      say(`ceiling, seed ${seed}, ${edit} an edit`);
      const random = createRandom(seed);
      const { methods } = await evaluate(
        {
          ...world,
          attributes: [world.plant(random.fork('style'))],
          postings: tasks,
          salt: `style ${seed}`,
          seed,
          random,
          synthetic: true,
          permutations: 99,
          resamples: 50,
          weights: { ...rewardWeights, edit },
        },
        [{ ...greedy({ passes: 1 }), name: `any word out, ${edit} an edit` }],
      );
      for (const row of methods)
        rows.push(removedRow(`ceiling, seed ${seed}`, row, `${row.postings} postings`));
    }
  }
  return rows;
}

/** One slot a word, all its places together: keep it or take it out. */
function withoutAnyWord(text: string): ActionSpace {
  const places = new Map<string, Edit[]>();
  for (const sentence of splitSentences(text)) {
    const facts = JSON.stringify(extractFacts(sentence.text));
    for (const match of sentence.text.matchAll(/\p{L}{3,}/gu)) {
      const [before] = match;
      const end = match.index + before.length;
      const left = sentence.text.slice(0, match.index) + sentence.text.slice(end);
      if (isFunctionWord(before) || JSON.stringify(extractFacts(left)) !== facts) continue;
      const edit = { start: sentence.start + match.index, end: sentence.start + end, before, after: '' };
      const word = before.toLowerCase();
      places.set(word, [...(places.get(word) ?? []), { ...edit, source: 'delete' }]);
    }
  }
  const slots = [...places].map(([word, edits]): Slot => {
    const [first] = edits;
    return {
      start: first?.start ?? 0,
      end: first?.end ?? 0,
      ruleId: `word/${word}`,
      category: 'general',
      confidence: 1,
      actions: [
        { kind: 'keep', edits: [] },
        { kind: 'delete', edits },
      ],
    };
  });
  return { text, slots };
}
