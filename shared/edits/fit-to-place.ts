import type { Edit, EditSource } from '../protocol/edit.ts';
import { articleBefore } from './indefinite-article.ts';
import { isTitle, titleCase } from './title-case.ts';

const capitalise = (text: string) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase());

/** Gives a replacement the capitals of what it replaces, or of the sentence that it now opens. */
function inLetterCase(before: string, after: string, opensSentence: boolean): string {
  if (after === '') return after;
  const letters = before.replace(/[^\p{L}]/gu, '');
  if (letters.length > 3 && letters === letters.toUpperCase()) return after.toUpperCase();
  if (isTitle(before)) return titleCase(after);
  // The capital of `A-players` is a grade.
  const capital = /^\p{Lu}(?!-)/u.test(before);
  return opensSentence || capital ? capitalise(after) : after;
}

/**
 * Replaces `text.slice(start, end)` so that it fits its place: letter case as before, the capital of a sentence that a
 * deletion uncovers, and `a` or `an` before it. The edit widens to the article or the uncovered word only when that
 * changes.
 */
export function fitToPlace(
  text: string,
  start: number,
  end: number,
  replacement: string,
  ruleId: string,
  source: EditSource = 'curated',
): Edit {
  const before = text.slice(start, end);
  const opensSentence =
    /(?:^|\n)[^\p{L}\d\n]*$|[.!?]["”)]?\s+$/u.test(text.slice(0, start)) && /^\p{Lu}/u.test(before);
  let from = start;
  let to = end;
  let after = inLetterCase(before, replacement, opensSentence);

  if (after === '' && opensSentence) {
    const next = /^\p{Ll}/u.exec(text.slice(end))?.[0];
    if (next) {
      to += next.length;
      after = next.toUpperCase();
    }
  }
  const article = /(?<![\p{L}\d'’-])(an?)(\s+)$/iu.exec(text.slice(0, from));
  const following = (after + text.slice(to)).trimStart().match(/^[\p{L}\d][\p{L}\d'’-]*/u)?.[0];
  if (article?.[1] && article[2] && following) {
    const fitting = articleBefore(following, article[1]);
    if (fitting !== article[1]) {
      from -= article[0].length;
      after = fitting + article[2] + after;
    }
  }
  return { start: from, end: to, before: text.slice(from, to), after, source, ruleId };
}
