import type { Token } from '../tokens.ts';

/** Words and pairs of words share this many buckets, and so do runs of characters. */
export const bucketCount = 1 << 14;

const hashOfNothing = 0x811c9dc5;
const sentenceStart = hashWord('^');
const sentenceEnd = hashWord('$');
const steps = [1, 3, 6, 10, 16, 25, 50, 100];

/** When a bucket was last seen, so that each is listed once; kept between calls, for clearing it would cost more than reading. */
const lastSeen = new Uint32Array(bucketCount);
let turn = 0;
/** Buckets of the sentence being read; one with more words and pairs than buckets cannot be. */
const found = new Uint16Array(bucketCount);

/** What models read in a sentence. */
export interface SentenceFeatures {
  /** Distinct buckets of its words and pairs of neighbouring words. Hashed: no word can be read back. */
  readonly words: Uint16Array;
  /** Its distinct words, numbers by their size: they are read by their characters. */
  readonly forms: readonly string[];
}

/** Reads the features of a sentence in one pass; a word whose bucket is taken already in this sentence counts as known. */
export function sentenceFeatures(tokens: readonly Token[]): SentenceFeatures {
  turn = (turn + 1) >>> 0;
  let count = 0;
  const forms: string[] = [];
  const add = (hash: number): boolean => {
    const bucket = mix(hash) & (bucketCount - 1);
    if (lastSeen[bucket] === turn) return false;
    lastSeen[bucket] = turn;
    found[count] = bucket;
    count += 1;
    return true;
  };
  let previous = sentenceStart;
  for (const token of tokens) {
    if (token.punctuation) continue;
    const form = formOf(token);
    const hash = hashWord(form);
    if (add(hash)) forms.push(form);
    add(pair(previous, hash));
    previous = hash;
  }
  add(pair(previous, sentenceEnd));
  return { words: found.slice(0, count), forms };
}

/** The buckets alone. */
export function wordFeatures(tokens: readonly Token[]): Uint16Array {
  return sentenceFeatures(tokens).words;
}

/** Numbers in digits stand for their size, so that "12" and "13 years" are one feature. */
function formOf({ word, value }: Token): string {
  const first = word.charCodeAt(0);
  if (value === undefined || first < 48 || first > 57) return word;
  return `#${steps.findLast((step) => value >= step) ?? 0}`;
}

const shortestRun = 3;
const longestRun = 5;
/** No word of a language is longer; what is, says no more by its end. */
const longestForm = 40;

/** Distinct buckets of a word, with its borders, and of its runs of three to five characters. */
export function characterFeatures(form: string): Uint16Array {
  const bordered = `^${form.slice(0, longestForm)}$`;
  const buckets = new Set([mix(hashWord(bordered)) & (bucketCount - 1)]);
  for (let from = 0; from + shortestRun <= bordered.length; from += 1) {
    let hash = hashOfNothing;
    const to = Math.min(bordered.length, from + longestRun);
    for (let at = from; at < to; at += 1) {
      hash = hashOn(hash, bordered.charCodeAt(at));
      if (at - from + 1 >= shortestRun) buckets.add(mix(hash >>> 0) & (bucketCount - 1));
    }
  }
  return Uint16Array.from(buckets);
}

function hashOn(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** 32-bit FNV-1a. */
function hashWord(word: string): number {
  let hash = hashOfNothing;
  for (let index = 0; index < word.length; index += 1) hash = hashOn(hash, word.charCodeAt(index));
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
