import { wordFeatures } from '../../shared/detection/classifier/features.ts';
import { splitSentences } from '../../shared/detection/sentences.ts';
import { tokenise } from '../../shared/detection/tokens.ts';

/**
 * The words of the sentence in which `place` stands, as the learned layer of the detector reads them: distinct hash buckets
 * of its words and pairs, in rising order. Many words share a bucket and the order is gone, so no text can be read back.
 */
export function sentenceWords(text: string, place: number): number[] {
  const sentence = splitSentences(text).findLast(({ start }) => start <= place);
  return sentence ? [...wordFeatures(tokenise(sentence.text))].sort((a, b) => a - b) : [];
}
