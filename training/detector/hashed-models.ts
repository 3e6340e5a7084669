import { bucketCount } from '../../shared/detection/classifier/features.ts';
import { type LinearModels, stride } from '../../shared/detection/classifier/model.ts';
import { type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';
import { type Example, type LinearModel, trainLinearSvm } from './linear-svm.ts';
import type { TrainingDocument, TrainingPhrase, TrainingSentence } from './training-set.ts';

/** Found by the inner folds; see the table of families in docs/detection.md. */
const settings = {
  sentence: { cost: 0.05, quoted: 6, phrase: 2 },
  document: { cost: 0.1, labelled: 4 },
};

const none = new Uint16Array();

/** The sentence and document models of every category, trained on these documents. */
export interface HashedModels {
  readonly sentence: LinearModels;
  readonly document: LinearModels;
}

export function trainHashedModels(
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  random: Random,
): HashedModels {
  const sentences = bucketValues(documents, (document) => document.sentences.map(({ words }) => words)).map(
    (value) => value / 32,
  );
  const words = documents.map(distinctWords);
  const whole = bucketValues(documents, (_, index) => [words[index] ?? none]);
  return {
    sentence: quantise(
      labelCategories.map((category) =>
        trainOnSentences(category, documents, phrases, sentences, random.fork(`sentence ${category}`)),
      ),
    ),
    document: quantise(
      labelCategories.map((category) =>
        trainLinearSvm(
          documents.map(({ labels }, index): Example => {
            const buckets = words[index] ?? none;
            const positive = labels.has(category);
            const cost = settings.document.cost * (positive ? settings.document.labelled : 1);
            return { buckets, factor: 1 / Math.sqrt(Math.max(1, buckets.length)), positive, cost };
          }),
          whole,
          random.fork(`document ${category}`),
          25,
        ),
      ),
    ),
  };
}

/**
 * Multiple-instance learning: every sentence of a document without the label speaks against it; of a document with the label, the
 * quoted sentences speak for it, and where no quotation could be found, the sentence that a first model scores highest.
 */
function trainOnSentences(
  category: LabelCategory,
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  values: Float64Array,
  random: Random,
): LinearModel {
  const { cost, quoted, phrase } = settings.sentence;
  const example = ({ words }: TrainingSentence, positive: boolean, weight: number): Example => ({
    buckets: words,
    factor: 1,
    positive,
    cost: cost * weight,
  });
  const known: Example[] = [];
  const unlocated: Example[][] = [];
  for (const [place, { labels, sentences }] of documents.entries()) {
    if (!labels.has(category)) {
      const kept = sentences.filter(({ matched }, index) => matched || (index * 31 + place * 17) % 5 < 2);
      known.push(...kept.map((sentence) => example(sentence, false, 1)));
      continue;
    }
    const telling = sentences.filter((sentence) => sentence.quoted.has(category));
    if (telling.length > 0) known.push(...telling.map((sentence) => example(sentence, true, quoted)));
    else unlocated.push(sentences.map((sentence) => example(sentence, true, quoted)));
  }
  for (const one of phrases) if (one.category === category) known.push(example(one, !one.neutral, phrase));

  const first = trainLinearSvm(known, values, random.fork('first'), 5);
  const likeliest = unlocated.flatMap((sentences) => best(sentences, first));
  return trainLinearSvm([...known, ...likeliest], values, random.fork('second'), 7);
}

function best(sentences: readonly Example[], { weights }: LinearModel): Example[] {
  const score = ({ buckets }: Example): number => {
    let sum = 0;
    for (let at = 0; at < buckets.length; at += 1) sum += weights[buckets[at] as number] as number;
    return sum;
  };
  let highest: Example | undefined;
  for (const sentence of sentences) {
    if (highest === undefined || score(sentence) > score(highest)) highest = sentence;
  }
  return highest === undefined ? [] : [highest];
}

/** Inverse document frequency of every bucket. */
function bucketValues(
  documents: readonly TrainingDocument[],
  units: (document: TrainingDocument, index: number) => readonly Uint16Array[],
): Float64Array {
  const counts = new Float64Array(bucketCount);
  let total = 0;
  for (const [index, document] of documents.entries()) {
    for (const unit of units(document, index)) {
      total += 1;
      for (let at = 0; at < unit.length; at += 1) (counts[unit[at] as number] as number) += 1;
    }
  }
  return counts.map((count) => Math.min(8, Math.log((total + 1) / (count + 1))));
}

function distinctWords({ sentences }: TrainingDocument): Uint16Array {
  return Uint16Array.from(new Set(sentences.flatMap(({ words }) => [...words])));
}

/** Weights of so few steps are dropped: they decide nothing and make the file larger. */
const smallestStep = 2;

/** Rounds weights to int8, one scale a category: the largest becomes 127. */
function quantise(models: readonly LinearModel[]): LinearModels {
  const weights = new Int8Array(bucketCount * stride);
  const scale = models.map(
    (model) => model.weights.reduce((most, one) => Math.max(most, Math.abs(one)), 0) / 127 || 1,
  );
  models.forEach((model, category) => {
    model.weights.forEach((weight, bucket) => {
      const steps = Math.round(weight / (scale[category] ?? 1));
      if (Math.abs(steps) >= smallestStep) weights[bucket * stride + category] = steps;
    });
  });
  return { weights, scale, bias: models.map(({ bias }) => bias) };
}
