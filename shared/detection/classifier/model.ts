import { type LabelCategory, labelCategories } from '../../protocol/finding.ts';
import { bucketCount } from './features.ts';
import type { RuleRates } from './rule-rates.ts';

/** Weights of one bucket stand together: one for each label category and one unused, so that a bucket starts at a multiple of 8. */
export const stride = 8;

/** Linear models over hashed features, one a category, with int8 weights. */
export interface LinearModels {
  /** `bucket * stride + category`. */
  readonly weights: Int8Array;
  /** What one step of a weight is worth, by category. */
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

/** Who is likely to have written a text, by its layout: an employer, or a language model. */
export type Origin = 'written' | 'generated';

/** How a category's document label follows from all that is known of the document. */
export interface LabelModel {
  /** Weights of `labelFeatures`. */
  readonly weights: readonly number[];
  /** The label is given where bias + weights x features is above zero; the bias depends on where the text is likely to come from. */
  readonly bias: Readonly<Record<Origin, number>>;
  readonly rates: RuleRates;
}

/** Above zero where a text is laid out as employers do it. */
export interface OriginModel {
  /** Weights of `layoutOf`. */
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface Classifier {
  readonly sentence: LinearModels;
  readonly document: LinearModels;
  readonly labels: Readonly<Record<LabelCategory, LabelModel>>;
  readonly origin: OriginModel;
  /** Slope and offset that turn a sentence score into the probability that a rule's match is meant (Platt 1999). */
  readonly confidence: readonly (readonly [slope: number, offset: number])[];
}

/** A value for each label category. */
export function byCategory<T>(value: (category: LabelCategory) => T): Record<LabelCategory, T> {
  return Object.fromEntries(labelCategories.map((category) => [category, value(category)])) as Record<
    LabelCategory,
    T
  >;
}

/** The form that is committed: weights as base64 of their bytes. */
export interface PackedClassifier extends Omit<Classifier, 'sentence' | 'document'> {
  readonly sentence: PackedModels;
  readonly document: PackedModels;
}

interface PackedModels extends Omit<LinearModels, 'weights'> {
  /** Category after category, each `bucketCount` bytes: runs of zeros stay together and compress well. */
  readonly weights: string;
}

export function unpackClassifier(packed: PackedClassifier): Classifier {
  return { ...packed, sentence: unpack(packed.sentence), document: unpack(packed.document) };
}

export function packClassifier(classifier: Classifier): PackedClassifier {
  return { ...classifier, sentence: pack(classifier.sentence), document: pack(classifier.document) };
}

function unpack({ weights, ...rest }: PackedModels): LinearModels {
  const bytes = atob(weights);
  const table = new Int8Array(bucketCount * stride);
  labelCategories.forEach((_, category) => {
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      table[bucket * stride + category] = bytes.charCodeAt(category * bucketCount + bucket);
    }
  });
  return { ...rest, weights: table };
}

function pack({ weights, ...rest }: LinearModels): PackedModels {
  const bytes = labelCategories.map((_, category) =>
    Array.from({ length: bucketCount }, (_, bucket) =>
      String.fromCharCode((weights[bucket * stride + category] ?? 0) & 0xff),
    ).join(''),
  );
  return { ...rest, weights: btoa(bytes.join('')) };
}
