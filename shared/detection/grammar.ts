import { articleBefore } from '../edits/indefinite-article.ts';
import { isTitle, titleCase } from '../edits/title-case.ts';
import { type Form, inflect } from './inflection.ts';
import type { Fitted, Place } from './place.ts';
import { pronounReplacement } from './pronouns.ts';
import type { Rule } from './rule.ts';
import { suggestionsForPhrase } from './suggestion-phrases.ts';

/** Joins words of equal weight: `a young, motivated baker`. */
const joint = /^(?:and|or|,)$/;

/**
 * Fits suggestions to their place: the form of the matched word (number, -ed, -ing), its capitals, and the article before it.
 * When some suggestion needs the other article, the span grows to hold the article and every suggestion carries its own.
 */
export function fitSuggestions(suggestions: Rule['suggestions'], place: Place): Fitted {
  const { tokens, first, last } = place;
  const start = tokens[first]?.start ?? 0;
  const end = tokens[last]?.end ?? 0;
  if (suggestions === undefined) return { start, end, suggestions: [] };
  if (suggestions === 'pronoun') return pronounReplacement(place) ?? { start, end, suggestions: [] };

  const matched = place.sentence.slice(start, end);
  const fitted = suggestionsFor(matched, suggestions).map((one) =>
    copyCapitals(inflectMarked(one, place.form), matched, opensSentence(place)),
  );
  const article = tokens[first - 1];
  if (!article || !/^an?$/.test(article.word)) return { start, end, suggestions: fitted };

  const written = place.sentence.slice(article.start, article.end);
  const rest = tokens.slice(last + 1);
  const following = rest.find(({ word }) => !joint.test(word))?.word ?? '';
  // A deletion takes the joint with it, which a span that grows by the article cannot tell.
  const growsOverJoint = joint.test(rest[0]?.word ?? '') && articleBefore(following, written) !== written;
  const kept = growsOverJoint ? fitted.filter((one) => one !== '') : fitted;
  const articles = kept.map((one) => articleBefore(one || following, written));
  if (articles.every((one) => one === written)) return { start, end, suggestions: kept };
  // A quotation mark may stand between the two.
  const between = place.sentence.slice(article.end, start);
  return {
    start: article.start,
    end,
    suggestions: kept.map((one, index) => `${articles[index]}${between}${one}`.trimEnd()),
  };
}

function suggestionsFor(
  matched: string,
  suggestions: readonly string[] | Readonly<Record<string, readonly string[]>>,
): readonly string[] {
  return isList(suggestions) ? suggestions : suggestionsForPhrase(suggestions, matched);
}

function isList(
  suggestions: readonly string[] | Readonly<Record<string, readonly string[]>>,
): suggestions is readonly string[] {
  return Array.isArray(suggestions);
}

/** `word~` becomes the word in the form; without the mark nothing changes. */
function inflectMarked(suggestion: string, form: Form): string {
  return suggestion.replace(/(\p{L}+)~/u, (_, word: string) => inflect(word, form));
}

function copyCapitals(suggestion: string, matched: string, opening: boolean): string {
  const letters = matched.replace(/[^\p{L}]/gu, '');
  if (letters === '' || suggestion === '') return suggestion;
  if (letters.length > 2 && letters === letters.toUpperCase()) return suggestion.toUpperCase();
  const capitals = matched.match(/(?<!\p{L})\p{Lu}/gu)?.length ?? 0;
  // The capital of `A-players` is a grade.
  if (capitals === 0 || (!opening && /^\p{Lu}-\p{L}/u.test(matched))) return suggestion;
  const inTitle = /\p{L}[\s-]+\p{L}/u.test(matched) ? isTitle(matched) : !opening;
  if (inTitle) return titleCase(suggestion);
  if (!/^\p{Lu}/u.test(matched)) return suggestion;
  return suggestion.charAt(0).toUpperCase() + suggestion.slice(1);
}

/** Nothing but a bullet or a bracket stands before the match. */
function opensSentence({ sentence, tokens, first }: Place): boolean {
  return !/[\p{L}\d]/u.test(sentence.slice(0, tokens[first]?.start ?? 0));
}
