import { tokenise } from '../qualification/tokens.ts';

/** Words without content, and the placeholders that resume exports leave behind. */
const stopWords = new Set(
  (
    'a about above across after again against all also am among an and any are as at be because been before being below ' +
    'between both but by can could did do doe doing down during each etc few for from further had has have having he her ' +
    'here him his how i if in into is it its just me more most my no nor not of off on once only or other our out over ' +
    'own per same she should so some such than that the their them then there these they this those through to too under ' +
    'until up upon very via was we were what when where which while who whom why will with within without would you your ' +
    'company name city state job'
  ).split(' '),
);

/**
 * The terms of a text that ranking counts: words in normal form, without stop words, single letters and bare numbers.
 * One analysis for every part of the recommender, so that their scores speak of the same words.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const { form } of tokenise(text)) {
    if (form.length > 1 && !stopWords.has(form) && !/^[\d.]+$/.test(form)) terms.push(form);
  }
  return terms;
}
