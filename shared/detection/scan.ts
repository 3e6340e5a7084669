import { type SentenceCues, sentenceReader } from './classifier/classify.ts';
import { sentenceFeatures } from './classifier/features.ts';
import type { Classifier } from './classifier/model.ts';
import { fitSuggestions } from './grammar.ts';
import { defaultGuards } from './guards/guards.ts';
import { type Match, Matcher } from './matcher.ts';
import { compilePattern, type WordClasses } from './pattern.ts';
import { PatternError, type PatternSyntax, parsePattern } from './pattern-syntax.ts';
import { isNamed, isQuoted } from './quotation.ts';
import type { Guard, Rule } from './rule.ts';
import { tellingWords } from './telling-words.ts';
import { type Token, tokenise } from './tokens.ts';

/** A match of a rule in a sentence; offsets count from the start of the sentence. */
export interface SentenceHit {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly string[];
  /** The guard that says the match means something else, when one in the sentence does. */
  readonly guardedBy?: string;
  /** Guards of the rule that the rest of the document may set off. */
  readonly documentGuards: readonly string[];
}

/** All that the detector knows of one sentence. It depends on nothing else, so it can be kept for the next keystroke. */
export interface SentenceScan {
  readonly hits: readonly SentenceHit[];
  /** Names of the guards whose pattern stands in this sentence. */
  readonly signals: readonly string[];
  readonly words: number;
  /** What the learned layer reads in the sentence; absent from a scanner without one. */
  readonly cues?: SentenceCues;
}

export type ScanSentence = (sentence: string) => SentenceScan;

type Owner =
  | { readonly rule: Rule; readonly guardNames: ReadonlySet<string>; readonly guard?: never }
  | { readonly guard: Guard; readonly rule?: never };

/**
 * Compiles rules and guards into one scanner.
 * @param classifier the learned layer; without it sentences are scanned by the rules alone.
 * @throws PatternError naming the rule, when a pattern cannot be read or a guard is unknown.
 */
export function compileScanner(
  rules: readonly Rule[],
  guards: readonly Guard[],
  classes: WordClasses,
  classifier?: Pick<Classifier, 'sentence' | 'characters'>,
): ScanSentence {
  const matcher = new Matcher<Owner>();
  const byName = new Map(guards.map((guard) => [guard.name, guard]));
  const addAll = (owner: Owner, patterns: readonly string[]) => {
    for (const pattern of patterns) addPattern(matcher, owner, parsePattern(pattern), classes);
  };
  for (const guard of guards) addAll({ guard }, guard.patterns);
  for (const rule of rules) addAll({ rule, guardNames: guardsOf(rule, byName) }, rule.patterns);
  const read = classifier && sentenceReader(classifier);
  return (sentence) => {
    const tokens = tokenise(sentence);
    const scan = scanSentence(sentence, tokens, matcher, byName);
    return read ? { ...scan, cues: read(sentenceFeatures(tokens)) } : scan;
  };
}

/** Compiled when a text first has a word of it: compiling all would be most of what a detector takes to start. */
function addPattern(
  matcher: Matcher<Owner>,
  owner: Owner,
  syntax: PatternSyntax,
  classes: WordClasses,
): void {
  const telling = tellingWords(syntax, classes);
  if (telling) matcher.addLater(owner, telling, () => compilePattern(syntax, classes));
  else matcher.add(owner, compilePattern(syntax, classes));
}

function guardsOf(rule: Rule, known: ReadonlyMap<string, Guard>): ReadonlySet<string> {
  const names = new Set([...defaultGuards, ...(rule.guards ?? [])]);
  for (const name of rule.unguarded ?? []) names.delete(name);
  for (const name of names) {
    if (known.has(name)) continue;
    throw new PatternError(
      `Rule "${rule.id}" names the guard "${name}"; there are ${[...known.keys()].join(', ')}.`,
    );
  }
  return names;
}

function scanSentence(
  sentence: string,
  tokens: readonly Token[],
  matcher: Matcher<Owner>,
  guards: ReadonlyMap<string, Guard>,
): SentenceScan {
  const matches = matcher.match(tokens);
  const guardMatches = matches.filter(({ owner }) => owner.guard !== undefined);
  const hits: SentenceHit[] = [];
  for (const match of matches) {
    if (match.owner.rule === undefined) continue;
    const { rule, guardNames } = match.owner;
    const guardedBy = guardMatches.find(
      (guard) => setsOff(guard, match, guardNames) && isWritten(guard, match, sentence, tokens),
    )?.owner.guard?.name;
    const place = { sentence, tokens, first: match.first, last: match.last, form: match.form };
    const fitted = fitSuggestions(rule.suggestions, place);
    if (hits.some((hit) => hit.rule === rule && hit.start === fitted.start && hit.end === fitted.end))
      continue;
    hits.push({
      rule,
      ...fitted,
      ...(guardedBy === undefined ? {} : { guardedBy }),
      documentGuards: [...guardNames].filter((name) => guards.get(name)?.scope === 'document'),
    });
  }
  const signals = [...new Set(guardMatches.flatMap(({ owner }) => owner.guard?.name ?? []))];
  const words = tokens.filter(({ punctuation }) => !punctuation).length;
  return { hits: joinOverlapping(hits), signals, words };
}

/**
 * Hits of one rule that overlap are one: "bend, stoop, kneel" is found as two pairs. Hits with suggestions stay apart, for their
 * suggestions fit their own span.
 */
function joinOverlapping(hits: readonly SentenceHit[]): SentenceHit[] {
  const joined: SentenceHit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start)) {
    const index = joined.findLastIndex(
      (other) => other.rule === hit.rule && other.guardedBy === hit.guardedBy && hit.start < other.end,
    );
    const other = joined[index];
    if (other === undefined || hit.suggestions.length + other.suggestions.length > 0) joined.push(hit);
    else joined[index] = { ...other, end: Math.max(other.end, hit.end) };
  }
  return joined;
}

/** Whether the match is written in the way that the guard asks for. */
function isWritten(
  guard: Match<Owner>,
  match: Match<Owner>,
  sentence: string,
  tokens: readonly Token[],
): boolean {
  const written = guard.owner.guard?.written;
  const start = tokens[match.first]?.start ?? 0;
  if (written === 'quoted') return isQuoted(sentence, start, tokens[match.last]?.end ?? start);
  return written === undefined || isNamed(sentence, start);
}

function setsOff(guard: Match<Owner>, match: Match<Owner>, names: ReadonlySet<string>): boolean {
  const { name, scope, within = 0 } = guard.owner.guard ?? { name: '', scope: 'document' };
  if (!names.has(name)) return false;
  if (scope === 'sentence') return true;
  if (scope === 'over') return guard.first <= match.first && guard.last >= match.last;
  if (scope === 'before') return guard.last < match.first && match.first - guard.last - 1 <= within;
  if (scope === 'after') return guard.first > match.last && guard.first - match.last - 1 <= within;
  return false;
}
