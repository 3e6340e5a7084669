import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type SentenceFeatures,
  sentenceFeatures,
  wordFeatures,
} from '../../shared/detection/classifier/features.ts';
import { type Layout, layoutOf } from '../../shared/detection/classifier/layout.ts';
import { type Hit, type ScannedDocument, scanDocument } from '../../shared/detection/document.ts';
import { guards } from '../../shared/detection/guards/guards.ts';
import { labelsOfHits } from '../../shared/detection/labels.ts';
import { compileScanner } from '../../shared/detection/scan.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { wordClasses } from '../../shared/lexicon/word-classes.ts';
import { type LabelCategory, labelCategorySchema } from '../../shared/protocol/finding.ts';
import { hitsKnownElsewhere } from './cross-fitted-hits.ts';
import { type DevelopmentDocument, labelledDataDirectory } from './labelled-documents.ts';

/** A sentence as the models see it, and the categories whose quoted phrase it holds. */
export interface TrainingSentence extends SentenceFeatures {
  /** Whether some rule matched in it. */
  readonly matched: boolean;
  readonly quoted: ReadonlySet<LabelCategory>;
}

export interface TrainingDocument {
  readonly fold: number;
  readonly synthetic: boolean;
  readonly labels: ReadonlySet<LabelCategory>;
  /** Labels that the rules alone give, from `hits`. */
  readonly byRules: ReadonlySet<LabelCategory>;
  readonly sentences: readonly TrainingSentence[];
  /** The matches that rules would have made had they been written without this document's fold; see `hitsKnownElsewhere`. */
  readonly hits: readonly Hit[];
  readonly length: number;
  readonly layout: Layout;
}

/** A phrase that the makers of the labelled data wrote down as an example of a category, or as a neutral way to say it. */
export interface TrainingPhrase extends TrainingSentence {
  readonly text: string;
  readonly category: LabelCategory;
  readonly neutral: boolean;
}

const scan = compileScanner(lexicon, guards, wordClasses);

/** Buckets of a text's words. */
export type TextFeatures = (text: string) => Uint16Array;

const shippedFeatures: TextFeatures = (text) => wordFeatures(tokenise(text));

/** The documents as the models see them, aligned with those given. */
export function trainingDocuments(
  documents: readonly DevelopmentDocument[],
  features = shippedFeatures,
): TrainingDocument[] {
  const scanned = documents.map(({ text }) => scanDocument(text, scan));
  const hits = hitsKnownElsewhere(
    scanned,
    documents.map(({ part }) => part),
  );
  return documents.map((document, index): TrainingDocument => {
    const { part, synthetic, labels, text } = document;
    const known = hits[index] ?? [];
    return {
      fold: part,
      synthetic,
      labels: new Set(labels),
      byRules: new Set(labelsOfHits(known)),
      sentences: sentencesOf(document, features, scanned[index]),
      hits: known,
      length: text.length,
      layout: layoutOf(text),
    };
  });
}

function sentencesOf(
  { quotedSpans }: DevelopmentDocument,
  features: TextFeatures,
  scanned?: ScannedDocument,
): TrainingSentence[] {
  return (scanned?.sentences ?? []).map(({ start, text }, index) => {
    const end = start + text.length;
    const within = quotedSpans.filter(
      (span) => span.start < span.end && span.start < end && start < span.end,
    );
    return {
      words: features(text),
      forms: sentenceFeatures(tokenise(text)).forms,
      matched: (scanned?.scans[index]?.hits.length ?? 0) > 0,
      quoted: new Set(within.map(({ category }) => category)),
    };
  });
}

const polaritySchema = z.enum(['negative', 'neutral', 'positive']);

/** The example phrases beside the labelled data; empty where they are absent. */
export function trainingPhrases(
  features = shippedFeatures,
  directory = labelledDataDirectory,
): TrainingPhrase[] {
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
          text: line,
          category,
          neutral,
          words: features(line),
          forms: sentenceFeatures(tokenise(line)).forms,
          matched: false,
          quoted: new Set(neutral ? [] : [category]),
        }));
    });
}
