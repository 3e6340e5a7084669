import { type LabelCategory, labelCategories } from '../../protocol/finding.ts';
import { bucketCount } from './features.ts';
import type { RuleRates } from './rule-rates.ts';

/** Weights of one bucket stand together: one for each label category and one unused, so that a bucket starts at a multiple of 8. */
export const stride = 8;

/** Weights are whole numbers from minus this to this. */
export const largestWeight = 15;

/** Linear models over hashed features, one a category, with weights of few steps. */
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
  /** Over the words and pairs of words of a sentence. */
  readonly sentence: LinearModels;
  /** Over runs of characters of its words; a sentence has the mean of both scores. Absent only where families are compared. */
  readonly characters?: LinearModels;
  /** Over the words and pairs of words of the whole text. */
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

/** The form that is committed: a character a weight, which compresses better than bytes in base64. */
export interface PackedClassifier extends Omit<Classifier, 'sentence' | 'characters' | 'document'> {
  readonly sentence: PackedModels;
  readonly characters?: PackedModels;
  readonly document: PackedModels;
}

interface PackedModels extends Omit<LinearModels, 'weights'> {
  /** Category after category, `bucketCount` characters each: runs of zeros stay together. */
  readonly weights: string;
}

export function unpackClassifier({ sentence, characters, document, ...rest }: PackedClassifier): Classifier {
  const optional = characters === undefined ? {} : { characters: unpack(characters) };
  return { ...rest, sentence: unpack(sentence), ...optional, document: unpack(document) };
}

export function packClassifier({ sentence, characters, document, ...rest }: Classifier): PackedClassifier {
  const optional = characters === undefined ? {} : { characters: pack(characters) };
  return { ...rest, sentence: pack(sentence), ...optional, document: pack(document) };
}

/** The character that stands for a weight of zero; those of the others stand around it, none of which JSON escapes. */
const zero = '?'.charCodeAt(0);

function unpack({ weights, ...rest }: PackedModels): LinearModels {
  const table = new Int8Array(bucketCount * stride);
  labelCategories.forEach((_, category) => {
    for (let bucket = 0; bucket < bucketCount; bucket += 1) {
      table[bucket * stride + category] = weights.charCodeAt(category * bucketCount + bucket) - zero;
    }
  });
  return { ...rest, weights: table };
}

function pack({ weights, ...rest }: LinearModels): PackedModels {
  const signs = labelCategories.map((_, category) =>
    Array.from({ length: bucketCount }, (_, bucket) =>
      String.fromCharCode(zero + (weights[bucket * stride + category] ?? 0)),
    ).join(''),
  );
  return { ...rest, weights: signs.join('') };
}
