import type { Rule } from '../../shared/detection/rule.ts';
import { splitSentences } from '../../shared/detection/sentences.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { judgedOptions } from '../../shared/edits/edit-options.ts';
import { fitToPlace } from '../../shared/edits/fit-to-place.ts';
import type { Check } from '../../shared/protocol/check.ts';
import { isMarked, isMendable } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';

/** A sentence as a person wrote it, and the same with flagged wording where a suggestion of that wording stood. */
export interface BackTranslation {
  readonly flagged: string;
  readonly written: string;
}

export interface BackTranslationOptions {
  readonly texts: readonly string[];
  /** Their own sentences say which wording each flags and what may stand in its place. */
  readonly rules: readonly Rule[];
  readonly check: (text: string) => Check;
  /** How often one wording may take the place of one suggestion. */
  readonly mostOfPair: number;
  readonly random: Random;
}

/** Flagged wording, and one suggestion for it, both in lower case as in mid-sentence. */
interface Pair {
  readonly flagged: string;
  readonly suggestion: string;
  readonly ruleId: string;
}

/** Shorter ones are headings; longer ones cost a small model more than they teach. */
const length = { least: 40, most: 240 };

/**
 * Rewrites whose right answer is known, made backwards from sentences that need none (back-translation; Sennrich, Haddow & Birch 2016,
 * arXiv 1511.06709): few postings hold flagged wording, all hold wording that a rule suggests. What a person wrote is the answer, so
 * which of several suggestions fits is learned too. At most one of each sentence, in a random order; a pair counts only where the
 * detector finds the wording put in and one of its options gives the sentence back, letter by letter.
 */
export function backTranslate({
  texts,
  rules,
  check,
  mostOfPair,
  random,
}: BackTranslationOptions): BackTranslation[] {
  const pairs = pairsByFirstWord(rules, check);
  const used = new Map<Pair, number>();
  const found: BackTranslation[] = [];
  for (const written of new Set(random.shuffle(texts.flatMap(sentencesOf)))) {
    if (check(written).findings.length > 0) continue;
    for (const { pair, start } of random.shuffle(placesIn(written, pairs))) {
      const count = used.get(pair) ?? 0;
      if (count >= mostOfPair) continue;
      const flagged = putIn(written, start, pair);
      if (!leadsBack(flagged, written, check)) continue;
      used.set(pair, count + 1);
      found.push({ flagged, written });
      break;
    }
  }
  return found;
}

const sentencesOf = (text: string) =>
  splitSentences(text).flatMap(({ text: sentence }) =>
    sentence.length >= length.least && sentence.length <= length.most && !/[\n\r<>]/.test(sentence)
      ? [sentence]
      : [],
  );

function pairsByFirstWord(rules: readonly Rule[], check: (text: string) => Check): Map<string, Pair[]> {
  const known = new Set<string>();
  const pairs = new Map<string, Pair[]>();
  for (const rule of rules)
    for (const sentence of rule.flags)
      for (const finding of check(sentence).findings) {
        if (finding.ruleId !== rule.id || !isMendable(finding)) continue;
        for (const suggestion of finding.suggestions) {
          const pair = {
            flagged: finding.text.toLowerCase(),
            suggestion: suggestion.toLowerCase(),
            ruleId: rule.id,
          };
          const [first] = pair.suggestion.match(words) ?? [];
          const key = `${pair.flagged}\0${pair.suggestion}`;
          if (first === undefined || known.has(key)) continue;
          known.add(key);
          pairs.set(first, [...(pairs.get(first) ?? []), pair]);
        }
      }
  return pairs;
}

const words = /\p{L}[\p{L}\p{N}’'-]*/gu;

function placesIn(sentence: string, pairs: ReadonlyMap<string, readonly Pair[]>) {
  const lower = sentence.toLowerCase();
  return [...lower.matchAll(words)].flatMap(({ 0: word, index: start }) =>
    (pairs.get(word) ?? []).flatMap((pair) => {
      const end = start + pair.suggestion.length;
      const whole = lower.startsWith(pair.suggestion, start) && !/^[\p{L}\p{N}-]/u.test(lower.slice(end));
      return whole ? [{ pair, start }] : [];
    }),
  );
}

function putIn(sentence: string, start: number, { flagged, suggestion, ruleId }: Pair): string {
  return applyEdits(sentence, [fitToPlace(sentence, start, start + suggestion.length, flagged, ruleId)]);
}

function leadsBack(flagged: string, written: string, check: (text: string) => Check): boolean {
  const marked = check(flagged).findings.filter(isMarked);
  return (
    marked.length === 1 &&
    judgedOptions(flagged, marked).some(({ options }) =>
      options.some((edit) => applyEdits(flagged, [edit]) === written),
    )
  );
}
