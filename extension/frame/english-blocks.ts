import { isEnglish } from '../../shared/detection/detector.ts';

/** Shorter blocks say too little to tell their language; they go with the text around them. */
const tellable = 60;

export interface EnglishBlocks {
  /** Whether any part of the text is English, so that the rules have something to say about it. */
  readonly any: boolean;
  /** Whether the place lies in a block that is English. */
  includes(place: number): boolean;
}

/** Tells block by block (line by line) where a text is English: the rules know no other language. */
export function englishBlocks(text: string): EnglishBlocks {
  const whole = text.trim() === '' || isEnglish(text);
  const foreign: { start: number; end: number }[] = [];
  let known = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim().length >= tellable) {
      known += 1;
      if (!isEnglish(line)) foreign.push({ start, end });
    }
    start = end + 1;
  }
  const any = whole || foreign.length < known;
  const isForeign = (place: number) => foreign.some((block) => place >= block.start && place <= block.end);
  return { any, includes: (place) => any && !isForeign(place) };
}
