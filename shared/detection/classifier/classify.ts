import { type Category, type LabelCategory, labelCategories } from '../../protocol/finding.ts';
import { bucketCount, characterFeatures, type SentenceFeatures } from './features.ts';
import type { Layout } from './layout.ts';
import { type Classifier, type LinearModels, type Origin, type OriginModel, stride } from './model.ts';
import { type LabelHit, type RuleRates, rateFeatures } from './rule-rates.ts';

/** What the learned layer keeps of a sentence; it depends on the sentence alone. */
export interface SentenceCues {
  /** Distinct buckets of its words, for the document's score. */
  readonly words: Uint16Array;
  /** Score of each label category; above zero speaks for it. */
  readonly scores: readonly number[];
}

/** What a document label follows from. */
export interface DocumentCues {
  readonly sentences: readonly SentenceCues[];
  readonly hits: readonly LabelHit[];
  /** UTF-16 code units. */
  readonly length: number;
  readonly layout: Layout;
}

export type SentenceReader = (sentence: SentenceFeatures) => SentenceCues;

/** Reads sentences with a classifier; what the characters of a word weigh is kept, for most words come again. */
export function sentenceReader({
  sentence,
  characters,
}: Pick<Classifier, 'sentence' | 'characters'>): SentenceReader {
  const addForm = characters && formAdder(characters);
  const wordSums = new Int32Array(stride);
  const formSums = new Int32Array(stride);
  return ({ words, forms }) => {
    wordSums.fill(0);
    formSums.fill(0);
    for (const bucket of words) addBucket(wordSums, sentence.weights, bucket);
    if (addForm) for (const form of forms) addForm(formSums, form);
    const scores: number[] = [];
    for (let category = 0; category < labelCategories.length; category += 1) {
      const byWords = scoreOf(sentence, category, wordSums, 1);
      scores.push(characters ? (byWords + scoreOf(characters, category, formSums, 1)) / 2 : byWords);
    }
    return { words, scores };
  };
}

/** Words whose weights are kept: more than the postings of a day have. */
const mostForms = 1 << 14;

/** Adds the weights of a word's characters. */
function formAdder({ weights }: LinearModels): (sums: Int32Array, form: string) => void {
  /** Where the sums of a word begin in `kept`. */
  const places = new Map<string, number>();
  const kept = new Int16Array(mostForms * stride);
  const place = (form: string): number => {
    if (places.size === mostForms) places.clear();
    const from = places.size * stride;
    const sums = new Int32Array(stride);
    for (const bucket of characterFeatures(form)) addBucket(sums, weights, bucket);
    kept.set(sums, from);
    places.set(form, from);
    return from;
  };
  return (sums, form) => {
    const from = places.get(form) ?? place(form);
    for (let category = 0; category < stride; category += 1) {
      (sums[category] as number) += kept[from + category] as number;
    }
  };
}

/** Scores of the whole document's words: each distinct bucket counts once, divided by the root of their number. */
export function documentScores(model: LinearModels, sentences: readonly SentenceCues[]): number[] {
  const seen = new Uint8Array(bucketCount);
  const sums = new Int32Array(stride);
  let distinct = 0;
  for (const { words } of sentences) {
    for (const bucket of words) {
      if (seen[bucket] === 1) continue;
      seen[bucket] = 1;
      distinct += 1;
      addBucket(sums, model.weights, bucket);
    }
  }
  return labelCategories.map((_, category) =>
    scoreOf(model, category, sums, Math.sqrt(Math.max(1, distinct))),
  );
}

/** The document labels. */
export function learnedLabels(classifier: Classifier, cues: DocumentCues): LabelCategory[] {
  const ofDocument = documentScores(classifier.document, cues.sentences);
  const origin = originOf(classifier.origin, cues.layout);
  return labelCategories.filter((category, index) => {
    const { weights, bias, rates } = classifier.labels[category];
    const features = labelFeatures(category, cues, ofDocument[index] ?? 0, rates);
    return linear(weights, features, bias[origin]) > 0;
  });
}

/** Where a text of this layout is likely to come from. */
export function originOf({ weights, bias }: OriginModel, layout: Layout): Origin {
  return linear(weights, layout, bias) > 0 ? 'written' : 'generated';
}

/**
 * Probability in [0, 1], to two decimals, that a rule's match in this sentence is meant as the rule takes it; undefined for
 * categories without labelled data.
 */
export function confidenceOf(
  { confidence }: Pick<Classifier, 'confidence'>,
  category: Category,
  cues: SentenceCues | undefined,
): number | undefined {
  const index = (labelCategories as readonly Category[]).indexOf(category);
  if (index < 0 || cues === undefined) return undefined;
  const [slope, offset] = confidence[index] ?? [0, 0];
  return Math.round(100 / (1 + Math.exp(-(slope * (cues.scores[index] ?? 0) + offset)))) / 100;
}

/**
 * Features of a document label: the two best sentence scores, how likely it is that any sentence earns the label, the score of all
 * words, the rules that stand (any, how many, weak ones, guarded ones, stated preferences), the length, and how often such rules earn it.
 */
export function labelFeatures(
  category: LabelCategory,
  cues: DocumentCues,
  documentScore: number,
  rates: RuleRates,
): number[] {
  const index = labelCategories.indexOf(category);
  let [best, second] = [lowest, lowest];
  /** Minus the logarithm of the probability that no sentence earns the label. */
  let none = 0;
  for (const { scores } of cues.sentences) {
    const score = bounded(scores[index] ?? lowest, lowest, highest);
    none += Math.log1p(Math.exp(score));
    if (score > best) [best, second] = [score, best];
    else if (score > second) second = score;
  }
  let [standing, weak, guarded, preferring] = [0, 0, 0, 0];
  for (const { rule, guardedBy } of cues.hits) {
    const label = rule.labels === false ? undefined : (rule.labels ?? rule.category);
    if (guardedBy !== undefined) guarded += Number(label === category || rule.category === category);
    else if (label === category) {
      standing += 1;
      preferring += Number(rule.polarity === 'prefers');
    } else weak += Number(rule.category === category);
  }
  return [
    best,
    second,
    bounded(Math.log(Math.expm1(none)), lowest, highest),
    documentScore,
    Number(standing > 0),
    Math.log1p(standing),
    Math.log1p(weak),
    Math.log1p(guarded),
    Number(preferring > 0),
    bounded(Math.log(Math.max(1, cues.length)), ...lengthRange),
    ...rateFeatures(category, cues.hits, rates),
  ];
}

/** Sentence scores, in log odds, are cut here on both sides, so that one strange sentence decides nothing by itself. */
const lowest = -8;
const highest = 4;
/** Natural logarithms of the lengths that the labelled documents have; outside of them length says nothing new. */
const lengthRange = [6, 9] as const;

function bounded(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}

function linear(weights: readonly number[], features: readonly number[], bias: number): number {
  return features.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), bias);
}

function addBucket(sums: Int32Array, weights: Int8Array, bucket: number): void {
  const from = bucket * stride;
  for (let category = 0; category < stride; category += 1) {
    (sums[category] as number) += weights[from + category] as number;
  }
}

/** Sums are whole numbers until here, so the order of words and sentences changes nothing. */
function scoreOf(model: LinearModels, category: number, sums: Int32Array, divisor: number): number {
  const step = model.scale[category] ?? 0;
  return (model.bias[category] ?? 0) + ((sums[category] ?? 0) * step) / divisor;
}
