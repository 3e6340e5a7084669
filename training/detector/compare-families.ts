import { parseArgs } from 'node:util';
import { wordFeatures } from '../../shared/detection/classifier/features.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { createRandom } from '../../shared/random.ts';
import { trainConvolution } from './convolution.ts';
import { characterFeatures, wordSequence, wordTriples } from './family-features.ts';
import { scoreLabels } from './label-evaluation.ts';
import { developmentDocuments, hasLabelledData } from './labelled-documents.ts';
import { everyFold, nestedPredictions } from './nested-evaluation.ts';
import {
  attentionSentences,
  noisyOrSentences,
  type SentenceTrainer,
  svmSentences,
} from './sentence-trainers.ts';
import { type SentenceScores, trainingSeed } from './train-classifier.ts';
import {
  type TextFeatures,
  type TrainingDocument,
  type TrainingPhrase,
  trainingDocuments,
  trainingPhrases,
} from './training-set.ts';

/**
 * `npm run compare:detectors -- [--only NAME] [--fold NUMBER]`: nested macro F1 of each family on the development documents (of one
 * outer fold), all and real. About a minute each on a quiet machine, several for the convolution.
 */
interface Family {
  readonly name: string;
  readonly features: TextFeatures;
  readonly trainSentences: SentenceTrainer;
  /** Whether a model over characters stands beside the one over words. */
  readonly characters?: true;
  /** Whether the label model may look at rule matches, and rules may label where they do it better. */
  readonly rules: boolean;
  /** A network in place of the linear sentence models. */
  readonly network?: typeof trainConvolution;
}

const words: TextFeatures = (text) => wordFeatures(tokenise(text));
const families: readonly Family[] = [
  { name: 'svm-no-rules', features: words, trainSentences: svmSentences, rules: false },
  { name: 'noisy-or-no-rules', features: words, trainSentences: noisyOrSentences, rules: false },
  { name: 'svm', features: words, trainSentences: svmSentences, rules: true },
  { name: 'noisy-or', features: words, trainSentences: noisyOrSentences, rules: true },
  {
    name: 'words-and-characters',
    features: words,
    trainSentences: noisyOrSentences,
    characters: true,
    rules: true,
  },
  { name: 'attention', features: words, trainSentences: attentionSentences, rules: true },
  { name: 'noisy-or-triples', features: wordTriples, trainSentences: noisyOrSentences, rules: true },
  {
    name: 'noisy-or-triples-no-rules',
    features: wordTriples,
    trainSentences: noisyOrSentences,
    rules: false,
  },
  { name: 'noisy-or-characters', features: characterFeatures, trainSentences: noisyOrSentences, rules: true },
  {
    name: 'convolution',
    features: wordSequence,
    trainSentences: noisyOrSentences,
    rules: true,
    network: trainConvolution,
  },
];
const seed = 1;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' }, fold: { type: 'string' } } });
  const folds = values.fold === undefined ? everyFold : [Number(values.fold)];
  const chosen = families.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) {
    throw new Error(`No family "${values.only}"; there are ${families.map(({ name }) => name).join(', ')}.`);
  }
  if (!hasLabelledData()) throw new Error('The labelled data is not there (../shared/data/bias).');
  const documents = developmentDocuments();
  for (const { name, features, trainSentences, characters = false, rules, network } of chosen) {
    const inTraining = trainingDocuments(documents, features).map((document) =>
      rules ? document : { ...document, hits: [], byRules: new Set<never>() },
    );
    const phrases = trainingPhrases(features);
    const scores = network && (await networkScores(network, inTraining, phrases, folds));
    const predictions = nestedPredictions(
      {
        documents,
        inTraining,
        phrases,
        options: { trainSentences, characters, ...(scores ? { scores } : {}) },
      },
      folds,
    );
    const all = scoreLabels(predictions, seed);
    const real = scoreLabels(
      predictions.filter(({ document }) => !document.synthetic),
      seed,
    );
    console.log(
      JSON.stringify({
        name,
        all: round(all.macro),
        allInterval: all.macroInterval.map(round),
        real: round(real.macro),
        realInterval: real.macroInterval.map(round),
      }),
    );
  }
}

/** Scores by networks that were trained without each outer fold, alone and with each of the others. */
async function networkScores(
  train: typeof trainConvolution,
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  folds: readonly number[],
): Promise<SentenceScores> {
  const key = (without: readonly number[]) => without.toSorted().join(' ');
  const scores = new Map<string, Map<TrainingDocument, number[][]>>();
  const subsets = folds.flatMap((outer) => everyFold.map((inner) => [...new Set([outer, inner])]));
  for (const without of subsets) {
    if (scores.has(key(without))) continue;
    const kept = documents.filter(({ fold }) => !without.includes(fold));
    const trained = await train(kept, phrases, createRandom(trainingSeed).fork(key(without)));
    const scored = new Map<TrainingDocument, number[][]>();
    for (const document of documents) {
      if (without.includes(document.fold)) scored.set(document, await trained.score(document.sentences));
    }
    scores.set(key(without), scored);
    await trained.close();
  }
  return (document, without) => scores.get(key(without))?.get(document) ?? [];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

await main();
