import { bucketCount } from '../../shared/detection/classifier/features.ts';
import { type LinearModels, stride } from '../../shared/detection/classifier/model.ts';
import { labelCategories } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';
import type { LinearModel } from './linear-model.ts';
import { type Example, trainLinearSvm } from './linear-svm.ts';
import { noisyOrSentences, type SentenceTrainer } from './sentence-trainers.ts';
import type { TrainingDocument, TrainingPhrase } from './training-set.ts';

/** Cost of a mistake, and of one on a document that has the label beside it; see the table of families in docs/detection.md. */
const settings = { cost: 0.1, labelled: 4 };

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
  trainSentences: SentenceTrainer = noisyOrSentences,
): HashedModels {
  const sentences = bucketValues(documents, (document) => document.sentences.map(({ words }) => words));
  const words = documents.map(distinctWords);
  const whole = bucketValues(documents, (_, index) => [words[index] ?? none]);
  return {
    sentence: quantise(
      labelCategories.map((category) =>
        trainSentences(category, documents, phrases, sentences, random.fork(`sentence ${category}`)),
      ),
    ),
    document: quantise(
      labelCategories.map((category) =>
        trainLinearSvm(
          documents.map(({ labels }, index): Example => {
            const buckets = words[index] ?? none;
            const positive = labels.has(category);
            const cost = settings.cost * (positive ? settings.labelled : 1);
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
const smallestStep = 3;

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
