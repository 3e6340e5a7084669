import { describe, expect, test } from 'vitest';
import { fitToPlace } from './fit-to-place.ts';
import { fitsSentence } from './sentence-fit.ts';

/** Whether the suggestion fits in place of the words in brackets. */
function fits(marked: string, suggestion: string): boolean {
  const text = marked.replace(/[[\]]/g, '');
  return fitsSentence(
    text,
    fitToPlace(text, marked.indexOf('['), marked.indexOf(']') - 1, suggestion, 'age/old-hand'),
  );
}

describe('a suggestion is dropped', () => {
  test.each([
    ['repeats a neighbour', 'A motivated and [energetic] baker', 'motivated'],
    ['repeats the stem of a neighbour', 'Motivation, an [energetic] manner', 'motivated'],
    ['repeats inside a hyphen', 'Self-motivated, [energetic] bakers', 'motivated'],
    ['leaves "of" without its word', 'You [take charge] of the ovens', 'take the lead'],
    ['ends on a preposition before nothing', 'You are asked to [take charge].', 'take responsibility for'],
    ['puts a complement before a noun', 'A [tech savvy] baker', 'confident with technology'],
    ['puts a person before a noun', 'A [new grad] baker role', 'entry-level professional'],
    ['leaves an adjective without its noun', 'We serve the [brave].', 'confident'],
    ['leaves a level without its noun', 'We want curious [new graduates] to bake', 'entry-level'],
    ['leaves a level before a verb', 'Recent: [New graduates] are welcome', 'entry-level'],
    ['joins an adjective to a noun', 'A calm and [winning attitude]', 'focus on results'],
    ['repeats a neighbour of the same stem', 'Baker, [baking lady] or cook', 'baker'],
    ['takes a degree for a level', 'A [recent graduate] in Baking', 'entry-level professional'],
    ['takes a degree beside a student', '[Fresh graduate] or 4th year student', 'entry-level professional'],
    ['takes a degree after a student', 'A student or [a recent graduate]', 'an entry-level professional'],
    ['takes a degree beside years', '[A new grad] or 1 year of baking', 'an entry-level professional'],
    ['takes a degree and its subject', '[New graduate] (qualified) in baking', 'entry-level professional'],
    ['stands after a noun', 'Media [tech savvy] bakers', 'technically skilled'],
    ['leaves one side of both', 'For both [bakers and cooks] in town', 'people'],
    ['repeats the item before', '- Confident\n- [Tech savvy]', 'confident with technology'],
    ['joins an adjective to nouns', 'Knowledge of bread, cakes and [tech savvy].', 'technically skilled'],
    ['makes a view skilled', 'You bring a [seasoned] perspective', 'skilled'],
    ['makes a verb of a noun', 'We ask for their [culture fit] and', 'values match'],
    ['makes demands of people', 'As oven and [manpower] demands change', 'staff'],
    ['makes values of a place', 'We share [family-oriented] values', 'family-friendly'],
    ['prefers nobody in particular', 'Preference for [male candidates].', 'candidates'],
    ['splits a noun of two words', 'A start for college [graduates] in baking', 'entry-level applicants'],
    ['leaves an infinitive without its adjective', 'We are bold, [daring] to bake', 'inventive'],
    ['makes a verb of a title', 'You know [waitressing] and baking', 'servering'],
    ['says they twice', 'Baker ([she/he]/they)', 'they'],
    ['puts a verb before a noun', 'A [take-charge] attitude', 'take the lead'],
    ['leaves one side of two', 'Equality between [bakers and cooks]', 'people'],
    ['leaves one side of an equality', 'Equal pay for [bakers and cooks]', 'people'],
    ['leaves a possessive alone', 'The oven is [his].', 'their'],
    ['leaves a verb that does not agree', '[He] mahi at the bakery', 'they'],
  ])('%s', (_, marked, suggestion) => {
    expect(fits(marked, suggestion)).toBe(false);
  });
});

describe('a suggestion is kept', () => {
  test.each([
    ['A calm and [energetic] baker', 'motivated'],
    ['You [take charge of] the ovens', 'take responsibility for'],
    ['You are [tech savvy] and calm.', 'confident with technology'],
    ['Baker ([New Grad])', 'entry-level'],
    ['A [new grad] baker', 'entry-level'],
    ['We want [new graduates] to bake', 'entry-level professionals'],
    ['With an [entrepreneurial mindset], you bake', 'sense of initiative'],
    ['An [energetic], helpful and calm baker', 'motivated'],
    ['A [winning team] of the team', 'strong team'],
    ['We want [bakers and cooks].', 'people'],
    ['[He] must bake', 'they'],
    ['Clean [his] oven.', 'their'],
    ['[He] carefully baked', 'they'],
    ['You [take-charge], then bake', 'take the lead'],
    ['We want a [salesman], a sales expert', 'salesperson'],
    ['It is a [nurturing environment].', 'supportive environment'],
    ['You [take charge of] two ovens', 'take responsibility for'],
    ['[Recent graduates] are welcome.', 'Entry-level professionals'],
    ['You are [tech savvy] and calm', 'technically skilled'],
    ['A [seasoned] baker', 'skilled'],
    ['A good [culture fit]', 'values match'],
    ['We asked a confident baker for bread.\n- [Tech savvy]', 'confident with technology'],
    ['Knowledge of bread and [tech savvy] bakers', 'technically skilled'],
    ['A [family-oriented] bakery', 'family-friendly'],
    ['Kind to [male candidates].', 'candidates'],
    ['Calm and [tech savvy] bakers', 'technically skilled'],
    ['[Tech savvy]', 'Technically skilled'],
    ['[She/he] bakes, plans and cleans', 'this person'],
    ['[An assertive], dominant and kind baker', 'a confident'],
  ])('%s: %s', (marked, suggestion) => {
    expect(fits(marked, suggestion)).toBe(true);
  });
});
