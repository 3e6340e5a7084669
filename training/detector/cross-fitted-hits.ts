import { type Hit, type ScannedDocument, scanDocument } from '../../shared/detection/document.ts';
import { guards } from '../../shared/detection/guards/guards.ts';
import { compileScanner } from '../../shared/detection/scan.ts';
import { tokenise } from '../../shared/detection/tokens.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { wordClasses } from '../../shared/lexicon/word-classes.ts';

const separator = '#';
/** Every pattern as a rule of its own, so that a match says which pattern made it. */
const scanPatterns = compileScanner(
  lexicon.flatMap((rule) =>
    rule.patterns.map((pattern, index) => ({
      ...rule,
      id: `${rule.id}${separator}${index}`,
      patterns: [pattern],
    })),
  ),
  guards,
  wordClasses,
);

/**
 * Rules were written with these documents in sight, so many a pattern stands for one document only, and a model trained on the matches
 * as they are would trust rules too much. A match is kept if the same pattern matched the same words (the first and the last of
 * them) in a document of another fold; a guard holds if it set off the same rule there. What is left is nearer to what the rules find
 * in documents that nobody has seen.
 * @returns the matches kept, aligned with the documents.
 */
export function hitsKnownElsewhere(documents: readonly ScannedDocument[], folds: readonly number[]): Hit[][] {
  const byPattern = documents.map(({ text }) => scanDocument(text, scanPatterns));
  const matched = new FoldsSeen();
  const guarded = new FoldsSeen();
  byPattern.forEach(({ text, hits }, index) => {
    const fold = folds[index] ?? -1;
    for (const hit of hits) {
      matched.add(wordsKey(text, hit), fold);
      if (hit.guardedBy !== undefined) guarded.add(guardKey(hit), fold);
    }
  });
  return documents.map(({ text, hits }, index) => {
    const fold = folds[index] ?? -1;
    const known = (byPattern[index]?.hits ?? []).filter((hit) => matched.outside(wordsKey(text, hit), fold));
    return hits
      .filter((hit) =>
        known.some((one) => ruleOf(one) === hit.rule.id && one.start < hit.end && hit.start < one.end),
      )
      .map(({ guardedBy, ...hit }) =>
        guardedBy !== undefined && guarded.outside(guardKey({ ...hit, guardedBy }), fold)
          ? { ...hit, guardedBy }
          : hit,
      );
  });
}

/** In which folds something was seen. */
class FoldsSeen {
  readonly #folds = new Map<string, Set<number>>();

  add(key: string, fold: number): void {
    const folds = this.#folds.get(key);
    if (folds) folds.add(fold);
    else this.#folds.set(key, new Set([fold]));
  }

  outside(key: string, fold: number): boolean {
    const folds = this.#folds.get(key) ?? new Set();
    return folds.size > (folds.has(fold) ? 1 : 0);
  }
}

function ruleOf({ rule }: Hit): string {
  return rule.id.split(separator)[0] ?? rule.id;
}

function guardKey(hit: Hit): string {
  return `${ruleOf(hit)} ${hit.guardedBy}`;
}

/** A match takes in the article before it where its suggestions need another one. */
const articles = new Set(['a', 'an']);

function wordsKey(text: string, { rule, start, end }: Hit): string {
  const words = tokenise(text.slice(start, end))
    .filter(({ word, punctuation }) => !punctuation && !articles.has(word))
    .map(({ word, value }) => (value === undefined ? word : 'number'));
  return `${rule.id} ${words[0]} ${words.at(-1)}`;
}
