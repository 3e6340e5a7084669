import type { Token } from '../tokens.ts';

/** Words and pairs of words share this many buckets. */
export const bucketCount = 1 << 14;

const sentenceStart = hashWord('^');
const sentenceEnd = hashWord('$');
const steps = [1, 3, 6, 10, 16, 25, 50, 100];

/** When a bucket was last seen, so that each is listed once; kept between calls, for clearing it would cost more than reading. */
const lastSeen = new Uint32Array(bucketCount);
let turn = 0;
/** Buckets of the sentence being read; one with more words and pairs than buckets cannot be. */
const found = new Uint16Array(bucketCount);

/** Distinct buckets of the words and pairs of neighbouring words of a sentence. Hashed: no word can be read back. */
export function wordFeatures(tokens: readonly Token[]): Uint16Array {
  turn = (turn + 1) >>> 0;
  let count = 0;
  const add = (hash: number) => {
    const bucket = mix(hash) & (bucketCount - 1);
    if (lastSeen[bucket] === turn) return;
    lastSeen[bucket] = turn;
    found[count] = bucket;
    count += 1;
  };
  let previous = sentenceStart;
  for (const token of tokens) {
    if (token.punctuation) continue;
    const hash = hashWord(formOf(token));
    add(hash);
    add(pair(previous, hash));
    previous = hash;
  }
  add(pair(previous, sentenceEnd));
  return found.slice(0, count);
}

/** Numbers in digits stand for their size, so that "12" and "13 years" are one feature. */
function formOf({ word, value }: Token): string {
  const first = word.charCodeAt(0);
  if (value === undefined || first < 48 || first > 57) return word;
  return `#${steps.findLast((step) => value >= step) ?? 0}`;
}

/** 32-bit FNV-1a. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function pair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ second) >>> 0;
}

/** Spreads a hash over all bits (finaliser of MurmurHash3). */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
