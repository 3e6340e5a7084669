import { learnedLabels } from '../../shared/detection/classifier/classify.ts';
import type { LabelCategory } from '../../shared/protocol/finding.ts';
import type { LabelledPrediction } from './label-evaluation.ts';
import { type DevelopmentDocument, developmentDocuments } from './labelled-documents.ts';
import { outerFolds } from './split.ts';
import { createTrainer, type TrainerOptions, trainingSeed } from './train-classifier.ts';
import {
  type TrainingDocument,
  type TrainingPhrase,
  trainingDocuments,
  trainingPhrases,
} from './training-set.ts';

/** A development document with the labels of a classifier that has not seen its fold, and with those of the rules alone, both from matches known elsewhere. */
export interface NestedPrediction extends LabelledPrediction {
  readonly document: DevelopmentDocument;
  readonly byRules: readonly LabelCategory[];
}

/** What is evaluated: the development documents and, aligned with them, what models see of them. */
export interface NestedSet {
  readonly documents: readonly DevelopmentDocument[];
  readonly inTraining: readonly TrainingDocument[];
  readonly phrases: readonly TrainingPhrase[];
  /** Other ways to learn than the one that ships, for comparison. */
  readonly options?: TrainerOptions;
}

/** Every outer fold. */
export const everyFold: readonly number[] = Array.from({ length: outerFolds }, (_, fold) => fold);

/** The development documents with the features and the trainer that ship. */
export function shippedSet(): NestedSet {
  const documents = developmentDocuments();
  return {
    documents,
    inTraining: trainingDocuments(documents),
    phrases: trainingPhrases(),
  };
}

/**
 * Nested cross-validation: for each outer fold a classifier is trained on the others, where inner folds choose thresholds. Rule
 * matches are those that another fold knows too (`hitsKnownElsewhere`), for the rules were written with all development documents in sight.
 * @param folds the outer folds whose documents are labelled; the others are trained on only.
 */
export function nestedPredictions(
  set: NestedSet = shippedSet(),
  folds: readonly number[] = everyFold,
): NestedPrediction[] {
  const { documents, inTraining, phrases, options } = set;
  const trainer = createTrainer(inTraining, phrases, trainingSeed, options);
  const classifiers = new Map(folds.map((fold) => [fold, trainer.trainWithout(fold)]));
  return documents.flatMap((document, index) => {
    const training = inTraining[index];
    const classifier = classifiers.get(document.part);
    if (training === undefined || classifier === undefined) return [];
    return {
      document,
      actual: document.labels,
      predicted: learnedLabels(classifier, trainer.cues(training, document.part)),
      byRules: [...training.byRules],
    };
  });
}
