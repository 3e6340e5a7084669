import type { LabelCategory } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';
import { trainAttentionPooling } from './attention-pooling.ts';
import type { LinearModel } from './linear-model.ts';
import { type Example, trainLinearSvm } from './linear-svm.ts';
import { trainNoisyOr } from './noisy-or.ts';
import type { Packed } from './packed-rows.ts';
import type { Spellings } from './spellings.ts';
import type { TrainingDocument, TrainingPhrase, TrainingSentence } from './training-set.ts';

/**
 * Learns how much a sentence speaks for a category. Labels are known for documents; which sentence earned one is known only where
 * a quotation could be located.
 * @param values inverse document frequency of every bucket.
 */
export type SentenceTrainer = (
  category: LabelCategory,
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  values: Float64Array,
  random: Random,
) => LinearModel;

/** Keeps the values near one, so that costs mean the same for all trainers. */
const multipleInstanceScale = 1 / 16;
const svmScale = 1 / 32;

/** What ships: every sentence of a document may earn the label, and the model finds out which. */
export const noisyOrSentences = multipleInstance(trainNoisyOr);

/** For comparison: the document's log odds are a mean of its sentences, weighted by learned attention. */
export const attentionSentences = multipleInstance(trainAttentionPooling);

/** The noisy-or over the characters of words instead of the words. */
export function trainCharacters(
  category: LabelCategory,
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  { rowOf, values, parts }: Spellings,
): LinearModel {
  return trainInstances(trainNoisyOr, category, documents, phrases, values, rowOf, parts);
}

function multipleInstance(train: typeof trainNoisyOr): SentenceTrainer {
  return (category, documents, phrases, values) =>
    trainInstances(train, category, documents, phrases, values, ({ words }) => words);
}

function trainInstances(
  train: typeof trainNoisyOr,
  category: LabelCategory,
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  values: Float64Array,
  rowOf: (sentence: TrainingSentence) => Uint16Array,
  parts?: Packed,
): LinearModel {
  return train(
    documents.map(({ labels, sentences }) => ({
      positive: labels.has(category),
      instances: sentences.map((sentence) => ({
        buckets: rowOf(sentence),
        quoted: sentence.quoted.has(category),
      })),
    })),
    phrases
      .filter((phrase) => phrase.category === category)
      .map((phrase) => ({ buckets: rowOf(phrase), positive: !phrase.neutral })),
    values.map((value) => value * multipleInstanceScale),
    { cost: 30, quoted: 1, phrase: 0.3 },
    parts,
  );
}

/**
 * For comparison: a support vector machine on sentences. Those of a document without the label speak against it; of a document with it,
 * the quoted ones speak for it, and where no quotation could be found, the sentence that a first model scores highest.
 */
export const svmSentences: SentenceTrainer = (category, documents, phrases, values, random) => {
  const scaled = values.map((value) => value * svmScale);
  const example = ({ words }: TrainingSentence, positive: boolean, weight: number): Example => ({
    buckets: words,
    factor: 1,
    positive,
    cost: 0.05 * weight,
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
    if (telling.length > 0) known.push(...telling.map((sentence) => example(sentence, true, 6)));
    else unlocated.push(sentences.map((sentence) => example(sentence, true, 6)));
  }
  for (const one of phrases) if (one.category === category) known.push(example(one, !one.neutral, 2));

  const first = trainLinearSvm(known, scaled, random.fork('first'), 5);
  const likeliest = unlocated.flatMap((sentences) => best(sentences, first));
  return trainLinearSvm([...known, ...likeliest], scaled, random.fork('second'), 7);
};

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
