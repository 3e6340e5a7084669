import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type FeatureHit, hitFeatures, wordFeatures } from '../../shared/detection/classifier/features.ts';
import { type Hit, scanDocument } from '../../shared/detection/document.ts';
import { guards } from '../../shared/detection/guards/guards.ts';
import { labelsOfHits } from '../../shared/detection/labels.ts';
import { compileScanner } from '../../shared/detection/scan.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { wordClasses } from '../../shared/lexicon/word-classes.ts';
import { type LabelCategory, labelCategorySchema } from '../../shared/protocol/finding.ts';
import { type DevelopmentDocument, labelledDataDirectory } from './labelled-documents.ts';

/** A sentence as the models see it: hashed features and the categories whose quoted phrase it holds. */
export interface TrainingSentence {
  readonly words: Uint16Array;
  readonly hits: readonly number[];
  /** Words, then hits: what the sentence model reads. */
  readonly buckets: Uint16Array;
  readonly quoted: ReadonlySet<LabelCategory>;
}

export interface TrainingDocument {
  readonly fold: number;
  readonly synthetic: boolean;
  readonly labels: ReadonlySet<LabelCategory>;
  /** Labels that the rules alone give. */
  readonly byRules: ReadonlySet<LabelCategory>;
  readonly sentences: readonly TrainingSentence[];
  readonly hits: readonly Hit[];
  readonly length: number;
}

/** A phrase that the makers of the labelled data wrote down as an example of a category, or as a neutral way to say it. */
export interface TrainingPhrase extends TrainingSentence {
  readonly category: LabelCategory;
  readonly neutral: boolean;
}

const scan = compileScanner(lexicon, guards, wordClasses);

export function trainingDocument({
  text,
  part,
  synthetic,
  labels,
  quotedSpans,
}: DevelopmentDocument): TrainingDocument {
  const scanned = scanDocument(text, scan);
  const sentences = scanned.sentences.map(({ start, text: sentence }, index): TrainingSentence => {
    const end = start + sentence.length;
    const within = quotedSpans.filter(
      (span) => span.start < span.end && span.start < end && start < span.end,
    );
    return {
      ...featuresOf(sentence, scanned.scans[index]?.hits ?? []),
      quoted: new Set(within.map(({ category }) => category)),
    };
  });
  return {
    fold: part,
    synthetic,
    labels: new Set(labels),
    byRules: new Set(labelsOfHits(scanned.hits)),
    sentences,
    hits: scanned.hits,
    length: text.length,
  };
}

const polaritySchema = z.enum(['negative', 'neutral', 'positive']);

/** The example phrases beside the labelled data; empty where they are absent. */
export function trainingPhrases(directory = labelledDataDirectory): TrainingPhrase[] {
  const folder = join(directory, 'everitt_ryan_definitions_and_phrases/polarity-phrases');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const [name, polarity] = file.replace(/\.txt$/, '').split('-');
      const category = labelCategorySchema.parse(name);
      const neutral = polaritySchema.parse(polarity) === 'neutral';
      return readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({
          category,
          neutral,
          ...featuresOf(line, scan(line).hits),
          quoted: new Set(neutral ? [] : [category]),
        }));
    });
}

function featuresOf(sentence: string, found: readonly FeatureHit[]): Omit<TrainingSentence, 'quoted'> {
  const words = wordFeatures(tokenise(sentence));
  const hits = hitFeatures(found);
  return { words, hits, buckets: Uint16Array.from([...words, ...hits]) };
}
