import { isEnglish } from '../../shared/detection/detector.ts';

/** Shorter blocks say too little to tell their language; they go with the text around them. */
const tellable = 60;

export interface EnglishBlocks {
  /** Whether any part of the text is English, so that the rules have something to say about it. */
  readonly any: boolean;
  /** Whether the place lies in a block that is English. */
  includes(place: number): boolean;
}

/**
 * Tells block by block (line by line) where a text is English: the rules know no other language. Remembers the lines of the
 * last text, of which most are there again after a key.
 */
export function createEnglishBlocks(): (text: string) => EnglishBlocks {
  let known = new Map<string, boolean>();
  return (text) => {
    const verdicts = new Map<string, boolean>();
    const isEnglishLine = (line: string) => {
      const verdict = verdicts.get(line) ?? known.get(line) ?? isEnglish(line);
      verdicts.set(line, verdict);
      return verdict;
    };
    const foreign: { start: number; end: number }[] = [];
    let told = 0;
    let start = 0;
    for (const line of text.split('\n')) {
      const end = start + line.length;
      if (line.trim().length >= tellable) {
        told += 1;
        if (!isEnglishLine(line)) foreign.push({ start, end });
      }
      start = end + 1;
    }
    known = verdicts;
    const any = foreign.length < told || text.trim() === '' || isEnglish(text);
    const isForeign = (place: number) => foreign.some((block) => place >= block.start && place <= block.end);
    return { any, includes: (place) => any && !isForeign(place) };
  };
}
