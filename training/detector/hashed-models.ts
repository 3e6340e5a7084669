import { bucketCount } from '../../shared/detection/classifier/features.ts';
import { type LinearModels, largestWeight, stride } from '../../shared/detection/classifier/model.ts';
import { labelCategories } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import type { LinearModel } from './linear-model.ts';
import { type Example, trainLinearSvm } from './linear-svm.ts';
import { noisyOrSentences, type SentenceTrainer, trainCharacters } from './sentence-trainers.ts';
import { spellingsOf } from './spellings.ts';
import type { TrainingDocument, TrainingPhrase } from './training-set.ts';

/** Cost of a mistake, and of one on a document that has the label beside it; see the table of families in docs/detection.md. */
const settings = { cost: 0.1, labelled: 4 };

const none = new Uint16Array();

/** How sentences are learned; for comparison, in other ways than the one that ships. */
export interface SentenceModelOptions {
  readonly trainSentences?: SentenceTrainer;
  /** Whether there is a model over characters beside the one over words. */
  readonly characters?: boolean;
}

/** The sentence and document models of every category, trained on these documents. */
export interface HashedModels {
  readonly sentence: LinearModels;
  readonly characters?: LinearModels;
  readonly document: LinearModels;
}

export function trainHashedModels(
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  random: Random,
  { trainSentences = noisyOrSentences, characters = true }: SentenceModelOptions = {},
): HashedModels {
  const sentences = inverseFrequency(
    documents.flatMap((document) => document.sentences.map(({ words }) => words)),
  );
  const words = documents.map(distinctWords);
  const whole = inverseFrequency(words);
  const spellings = characters && spellingsOf(documents, phrases);
  return {
    sentence: quantise(
      labelCategories.map((category) =>
        trainSentences(category, documents, phrases, sentences, random.fork(`sentence ${category}`)),
      ),
    ),
    ...(spellings && {
      characters: quantise(
        labelCategories.map((category) => trainCharacters(category, documents, phrases, spellings)),
      ),
    }),
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

function distinctWords({ sentences }: TrainingDocument): Uint16Array {
  return Uint16Array.from(new Set(sentences.flatMap(({ words }) => [...words])));
}

/** So many weights of a category, out of all buckets, are larger than the largest step and are cut to it. */
const cut = 24;

/** Rounds weights to whole steps, one scale a category: few steps cost little accuracy and much less room. */
function quantise(models: readonly LinearModel[]): LinearModels {
  const weights = new Int8Array(bucketCount * stride);
  const scale = models.map((model) => {
    const sizes = model.weights.map(Math.abs).sort();
    return (sizes[sizes.length - 1 - cut] ?? 0) / largestWeight || 1;
  });
  models.forEach((model, category) => {
    model.weights.forEach((weight, bucket) => {
      const steps = Math.round(weight / (scale[category] ?? 1));
      weights[bucket * stride + category] = Math.min(largestWeight, Math.max(-largestWeight, steps));
    });
  });
  return { weights, scale, bias: models.map(({ bias }) => bias) };
}
