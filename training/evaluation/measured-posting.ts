import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { guardEdits } from '../../shared/edits/fact-guard.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { PostingTask } from '../environment.ts';
import { type PostingMeasure, type Reading, readLists } from '../posting-measure.ts';
import type { Recommender } from '../recommender.ts';

/** One posting before and after a method's edits, read in one part of the candidates. */
export interface MeasuredPosting {
  readonly measure: PostingMeasure;
  readonly before: Reading;
  readonly after: Reading;
  readonly edits: readonly Edit[];
  readonly factsBroken: number;
  readonly evaluations: number;
}

/** Edits of a method on a posting and what choosing them cost. */
export interface Rewritten {
  readonly task: PostingTask;
  readonly edits: readonly Edit[];
  readonly evaluations: number;
}

/** Reads rewrites in several parts at once: each text is scored once. Parts without a measure are left out. */
export async function measureRewrites(
  recommender: Recommender,
  rewrites: readonly Rewritten[],
  measuresOf: (task: PostingTask) => readonly (PostingMeasure | undefined)[],
  signal?: AbortSignal,
): Promise<(MeasuredPosting | undefined)[][]> {
  const read: (MeasuredPosting | undefined)[][] = [];
  for (const { task, edits, evaluations } of rewrites) {
    const original = task.space.text;
    const texts = edits.length === 0 ? [original] : [original, applyEdits(original, edits)];
    const [before, after = before] = await recommender.score(texts, signal);
    if (before === undefined || after === undefined) throw new Error(`${recommender.name} gave no scores`);
    const factsBroken = brokenFacts(original, edits);
    read.push(
      measuresOf(task).map((measure) => {
        if (measure === undefined || measure.attributes.length === 0) return undefined;
        return {
          measure,
          before: readLists(measure, before),
          after: readLists(measure, after),
          edits,
          factsBroken,
          evaluations,
        };
      }),
    );
  }
  return read;
}

/** Statements of the company may carry facts; every other edit must leave all of them as they are. */
export function brokenFacts(text: string, edits: readonly Edit[]): number {
  const guarded = edits.filter(({ source }) => source !== 'insert');
  return guardEdits(text, guarded).refused.length;
}
