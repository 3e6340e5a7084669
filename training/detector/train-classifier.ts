import {
  type DocumentCues,
  originOf,
  type SentenceReader,
  sentenceReader,
} from '../../shared/detection/classifier/classify.ts';
import { byCategory, type Classifier, type OriginModel } from '../../shared/detection/classifier/model.ts';
import { type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';
import { type HashedModels, type SentenceModelOptions, trainHashedModels } from './hashed-models.ts';
import { fitLabelModel } from './label-models.ts';
import { fitLogistic } from './logistic-regression.ts';
import { fitRuleRates } from './rule-rates.ts';
import type { TrainingDocument, TrainingPhrase } from './training-set.ts';

/** The seed of the weights that ship. */
export const trainingSeed = 1;

/** What label models stand on, trained on the same documents. */
interface Base {
  readonly hashed: HashedModels;
  readonly read: SentenceReader;
  readonly rates: ReturnType<typeof fitRuleRates>;
  readonly origin: OriginModel;
}

/** Trains classifiers on subsets of the same documents; models that several subsets need are trained once. */
export interface ClassifierTrainer {
  /** A classifier that has seen no document of the fold; without a fold, one that has seen all. */
  trainWithout(fold?: number): Classifier;
  /** What a classifier that has seen no document of the fold sees of a document. */
  cues(document: TrainingDocument, fold?: number): DocumentCues;
}

/** Scores of a document's sentences, a row a sentence, by a model that was trained without these folds. */
export type SentenceScores = (
  document: TrainingDocument,
  without: readonly number[],
) => readonly (readonly number[])[];

export interface TrainerOptions extends SentenceModelOptions {
  /** Takes the place of the linear sentence models; for comparison, such a classifier cannot be shipped. */
  readonly scores?: SentenceScores;
}

export function createTrainer(
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  seed: number,
  { scores, ...ofSentences }: TrainerOptions = {},
): ClassifierTrainer {
  const trained = new Map<string, Base>();
  const baseWithout = (...folds: number[]): Base => {
    const key = folds.sort().join(' ');
    const known = trained.get(key);
    if (known) return known;
    const rest = documents.filter(({ fold }) => !folds.includes(fold));
    const random = createRandom(seed).fork(`without ${key}`);
    const hashed = trainHashedModels(rest, phrases, random, ofSentences);
    const base = {
      hashed,
      read: sentenceReader(hashed),
      rates: fitRuleRates(rest),
      origin: fitOrigin(rest),
    };
    trained.set(key, base);
    return base;
  };

  const cues = (document: TrainingDocument, held: readonly number[]): DocumentCues => {
    const { sentences, hits, length, layout } = document;
    const given = scores?.(document, held);
    const { read } = baseWithout(...held);
    return {
      sentences: sentences.map((sentence, index) =>
        given ? { words: sentence.words, scores: given[index] ?? [] } : read(sentence),
      ),
      hits,
      length,
      layout,
    };
  };

  const trainWithout = (outer?: number): Classifier => {
    const held = foldsOf(outer);
    const cued = documents
      .filter(({ fold }) => fold !== outer)
      .map((document) => {
        const { hashed, rates, origin } = baseWithout(...held, document.fold);
        return {
          document,
          cues: cues(document, [...held, document.fold]),
          rates,
          documentModel: hashed.document,
          origin: originOf(origin, document.layout),
        };
      });
    const { hashed, rates, origin } = baseWithout(...held);
    return {
      ...hashed,
      origin,
      labels: byCategory((category) => fitLabelModel(category, cued, rates[category])),
      confidence: labelCategories.map((one) => fitConfidence(one, cued)),
    };
  };
  return { trainWithout, cues: (document, fold) => cues(document, foldsOf(fold)) };
}

function foldsOf(fold?: number): readonly number[] {
  return fold === undefined ? [] : [fold];
}

/** Tells advertisements that employers wrote from generated ones by their layout. */
function fitOrigin(documents: readonly TrainingDocument[]): OriginModel {
  const { weights, bias } = fitLogistic(
    documents.map(({ layout }) => [...layout]),
    documents.map(({ synthetic }) => !synthetic),
    0.001,
  );
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  return { weights: weights.map(rounded), bias: rounded(bias) };
}

/**
 * Probability that a standing match is meant, from the score of its sentence (Platt 1999). A match counts as meant where the document
 * has the label and the sentence holds a quoted phrase, or no quotation of the category could be found.
 */
function fitConfidence(
  category: LabelCategory,
  cued: readonly { document: TrainingDocument; cues: DocumentCues }[],
): readonly [number, number] {
  const index = labelCategories.indexOf(category);
  const rows: number[][] = [];
  const meant: boolean[] = [];
  for (const { document, cues } of cued) {
    const located = document.sentences.some(({ quoted }) => quoted.has(category));
    for (const hit of document.hits) {
      if (hit.rule.category !== category || hit.guardedBy !== undefined) continue;
      const quoted = document.sentences[hit.sentence]?.quoted.has(category) ?? false;
      rows.push([cues.sentences[hit.sentence]?.scores[index] ?? 0]);
      meant.push(document.labels.has(category) && (quoted || !located));
    }
  }
  const { weights, bias } = fitLogistic(rows, meant, 0.001);
  return [Math.round((weights[0] ?? 0) * 1e4) / 1e4, Math.round(bias * 1e4) / 1e4];
}
