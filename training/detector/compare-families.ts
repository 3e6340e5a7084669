import { parseArgs } from 'node:util';
import { wordFeatures } from '../../shared/detection/classifier/features.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { characterFeatures, wordTriples } from './family-features.ts';
import { scoreLabels } from './label-evaluation.ts';
import { developmentDocuments, hasLabelledData } from './labelled-documents.ts';
import { nestedPredictions } from './nested-evaluation.ts';
import {
  attentionSentences,
  noisyOrSentences,
  type SentenceTrainer,
  svmSentences,
} from './sentence-trainers.ts';
import { type TextFeatures, trainingDocuments, trainingPhrases } from './training-set.ts';

/**
 * `node --import tsx training/detector/compare-families.ts [--only NAME]`: nested macro F1 of each family on the development documents,
 * all and real. About a minute each on a quiet machine.
 */
interface Family {
  readonly name: string;
  readonly features: TextFeatures;
  readonly trainSentences: SentenceTrainer;
  /** Whether the label model may look at rule matches, and rules may label where they do it better. */
  readonly rules: boolean;
}

const words: TextFeatures = (text) => wordFeatures(tokenise(text));
const families: readonly Family[] = [
  { name: 'svm-no-rules', features: words, trainSentences: svmSentences, rules: false },
  { name: 'noisy-or-no-rules', features: words, trainSentences: noisyOrSentences, rules: false },
  { name: 'svm', features: words, trainSentences: svmSentences, rules: true },
  { name: 'noisy-or', features: words, trainSentences: noisyOrSentences, rules: true },
  { name: 'attention', features: words, trainSentences: attentionSentences, rules: true },
  { name: 'noisy-or-triples', features: wordTriples, trainSentences: noisyOrSentences, rules: true },
  { name: 'noisy-or-characters', features: characterFeatures, trainSentences: noisyOrSentences, rules: true },
];
const seed = 1;

function main(): void {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const chosen = families.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length === 0) {
    throw new Error(`No family "${values.only}"; there are ${families.map(({ name }) => name).join(', ')}.`);
  }
  if (!hasLabelledData()) throw new Error('The labelled data is not there (../shared/data/bias).');
  const documents = developmentDocuments();
  for (const { name, features, trainSentences, rules } of chosen) {
    const inTraining = trainingDocuments(documents, features).map((document) =>
      rules ? document : { ...document, hits: [], byRules: new Set<never>() },
    );
    const phrases = trainingPhrases(features);
    const predictions = nestedPredictions({ documents, inTraining, phrases, trainSentences });
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

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

main();
