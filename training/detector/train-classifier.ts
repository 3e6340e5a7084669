import { type DocumentCues, sentenceCuesOf } from '../../shared/detection/classifier/classify.ts';
import type { Classifier } from '../../shared/detection/classifier/model.ts';
import { type LabelCategory, labelCategories } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';
import { type HashedModels, trainHashedModels } from './hashed-models.ts';
import { fitLabelModel } from './label-models.ts';
import { fitLogistic } from './logistic-regression.ts';
import type { SentenceTrainer } from './sentence-trainers.ts';
import type { TrainingDocument, TrainingPhrase } from './training-set.ts';

/** The seed of the weights that ship. */
export const trainingSeed = 1;

/** Trains classifiers on subsets of the same documents; models that several subsets need are trained once. */
export interface ClassifierTrainer {
  /** A classifier that has seen no document of the fold; without a fold, one that has seen all. */
  trainWithout(fold?: number): Classifier;
  /** What a classifier sees of a document. */
  cues(classifier: Pick<Classifier, 'sentence'>, document: TrainingDocument): DocumentCues;
}

export function createTrainer(
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  seed: number,
  trainSentences?: SentenceTrainer,
): ClassifierTrainer {
  const trained = new Map<string, HashedModels>();
  const hashedWithout = (...folds: number[]): HashedModels => {
    const key = folds.sort().join(' ');
    const known = trained.get(key);
    if (known) return known;
    const rest = documents.filter(({ fold }) => !folds.includes(fold));
    const models = trainHashedModels(
      rest,
      phrases,
      createRandom(seed).fork(`without ${key}`),
      trainSentences,
    );
    trained.set(key, models);
    return models;
  };

  const trainWithout = (outer?: number): Classifier => {
    const held = outer === undefined ? [] : [outer];
    const cued = documents
      .filter(({ fold }) => fold !== outer)
      .map((document) => {
        const models = hashedWithout(...held, document.fold);
        return { document, cues: cuesOf(models, document), documentModel: models.document };
      });
    const labels: Partial<Record<LabelCategory, NonNullable<ReturnType<typeof fitLabelModel>>>> = {};
    for (const category of labelCategories) {
      const model = fitLabelModel(category, cued);
      if (model) labels[category] = model;
    }
    return {
      ...hashedWithout(...held),
      labels,
      confidence: labelCategories.map((one) => fitConfidence(one, cued)),
    };
  };
  return { trainWithout, cues: cuesOf };
}

function cuesOf(
  models: Pick<Classifier, 'sentence'>,
  { sentences, hits, length }: TrainingDocument,
): DocumentCues {
  return {
    sentences: sentences.map((sentence) => sentenceCuesOf(models, sentence.words)),
    hits,
    length,
  };
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
