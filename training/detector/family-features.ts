import { bucketCount, wordFeatures } from '../../shared/detection/classifier/features.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { hashText } from '../../shared/hash.ts';

/** Features that were compared with those that ship; see the table of families in docs/detection.md. */

/** Words, pairs and triples of neighbouring words. */
export function wordTriples(text: string): Uint16Array {
  const tokens = tokenise(text);
  const words = tokens.filter(({ punctuation }) => !punctuation).map(({ word }) => word);
  const triples = words
    .slice(2)
    .map((word, index) => bucketOf(`${words[index]} ${words[index + 1]} ${word}`));
  return Uint16Array.from(new Set([...wordFeatures(tokens), ...triples]));
}

/** Words in their order, each as often as it stands: what a layer that reads sequences needs. */
export function wordSequence(text: string): Uint16Array {
  const words = tokenise(text).filter(({ punctuation }) => !punctuation);
  return Uint16Array.from(words, ({ word, value }) => bucketOf(value === undefined ? word : '#'));
}

/** Runs of three to five characters within words, beside the words themselves. */
export function characterFeatures(text: string): Uint16Array {
  const buckets = new Set<number>();
  for (const { word, punctuation } of tokenise(text)) {
    if (punctuation) continue;
    const bordered = `^${word}$`;
    buckets.add(bucketOf(bordered));
    for (let length = 3; length <= 5; length += 1) {
      for (let from = 0; from + length <= bordered.length; from += 1) {
        buckets.add(bucketOf(bordered.slice(from, from + length)));
      }
    }
  }
  return Uint16Array.from(buckets);
}

function bucketOf(text: string): number {
  return Number.parseInt(hashText(text).slice(-8), 16) % bucketCount;
}
