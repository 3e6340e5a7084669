import { labelCategories } from '../../shared/protocol/finding.ts';
import { sigmoid, softplus } from './sigmoid.ts';
import type { TrainingDocument } from './training-set.ts';

const phraseWeight = 0.3;
/** A phrase stands without a sentence around it, so it is held to a milder bar than a sentence of a document. */
const phraseOffset = 2;

/** What each category knows of a sentence or a piece of one: from its document by the noisy-or, or of itself. */
export interface Instance {
  /** Place of its document in the step; absent for a phrase. */
  readonly document?: number;
  /** By category: whether it is known to earn the label by itself; undefined where it is not known. */
  readonly known: readonly (boolean | undefined)[];
}

/** What the loss, a mean over documents, gains as each logit grows: a row an instance. */
export function noisyOrSlopes(
  instances: readonly Instance[],
  logits: readonly (readonly number[])[],
  documents: readonly Pick<TrainingDocument, 'labels'>[],
): number[][] {
  /** Minus the logarithm of the probability that no sentence of the document earns the label. */
  const none = documents.map(() => labelCategories.map(() => 1e-6));
  instances.forEach(({ document }, index) => {
    if (document === undefined) return;
    none[document] = (none[document] ?? []).map(
      (sum, column) => sum + softplus(logits[index]?.[column] ?? 0),
    );
  });
  const count = Math.max(1, documents.length);
  return instances.map(({ document, known }, index) =>
    labelCategories.map((category, column) => {
      const logit = logits[index]?.[column] ?? 0;
      const told = known[column];
      if (document === undefined) {
        return told === undefined
          ? 0
          : (phraseWeight * (sigmoid(logit + phraseOffset) - Number(told))) / count;
      }
      const positive = documents[document]?.labels.has(category) ?? false;
      const slopeOfNone = positive ? -1 / Math.expm1(none[document]?.[column] ?? 0) : 1;
      return (sigmoid(logit) * slopeOfNone + (told === true ? sigmoid(logit) - 1 : 0)) / count;
    }),
  );
}
