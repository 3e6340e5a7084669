import { characterFeatures } from '../../shared/detection/classifier/features.ts';
import { inverseFrequency } from './inverse-frequency.ts';
import { type Packed, pack } from './packed-rows.ts';
import type { TrainingDocument, TrainingPhrase, TrainingSentence } from './training-set.ts';

/** Sentences as numbers of words, and each word as the buckets of its characters. */
export interface Spellings {
  /** The words of a sentence, by their number. */
  readonly rowOf: (sentence: TrainingSentence) => Uint16Array;
  /** Buckets of each word. */
  readonly parts: Packed;
  /** Inverse document frequency of each bucket, over sentences. */
  readonly values: Float64Array;
}

const mostWords = 2 ** 16;

/** @throws RangeError where there are more distinct words than a row can number. */
export function spellingsOf(
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
): Spellings {
  const numbers = new Map<string, number>();
  const buckets: Uint16Array[] = [];
  const numberOf = (form: string): number => {
    const known = numbers.get(form);
    if (known !== undefined) return known;
    const number = buckets.push(characterFeatures(form)) - 1;
    if (number >= mostWords)
      throw new RangeError(`More than ${mostWords} distinct words; train on fewer documents.`);
    numbers.set(form, number);
    return number;
  };
  const rows = new Map<TrainingSentence, Uint16Array>();
  const rowOf = (sentence: TrainingSentence): Uint16Array => {
    const row = rows.get(sentence) ?? Uint16Array.from(sentence.forms, numberOf);
    rows.set(sentence, row);
    return row;
  };
  const sentences = documents.flatMap((document) => document.sentences.map(rowOf));
  for (const phrase of phrases) rowOf(phrase);
  return {
    rowOf,
    parts: pack(buckets),
    values: inverseFrequency(
      sentences.map((row) => new Set([...row].flatMap((number) => [...(buckets[number] ?? [])]))),
    ),
  };
}
