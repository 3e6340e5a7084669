import { describe, expect, it } from 'vitest';
import { fitSuggestions } from './grammar.ts';
import { inflect, inflections } from './inflection.ts';
import { tokenise } from './tokens.ts';

/** Fits a suggestion to the word in brackets. */
function fitted(
  marked: string,
  suggestions: readonly string[] | 'pronoun',
  form: 'base' | 's' | 'ed' | 'ing' = 'base',
) {
  const sentence = marked.replace(/[[\]]/g, '');
  const tokens = tokenise(sentence);
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const first = tokens.findIndex((token) => token.start === start);
  const last = tokens.findLastIndex((token) => token.end === end);
  const place = fitSuggestions(suggestions, { sentence, tokens, first, last, form });
  return place.suggestions.map((one) => sentence.slice(0, place.start) + one + sentence.slice(place.end));
}

describe('fitSuggestions', () => {
  it.each([
    ['Two [salesmen] travel.', ['salesperson~'], 's', 'Two salespeople travel.'],
    ['[Ninjas] wanted', ['expert~'], 's', 'Experts wanted'],
    ['SALES [NINJA]', ['expert~'], 'base', 'SALES EXPERT'],
    ['Senior [Sales Ninja]', ['sales expert~'], 'base', 'Senior Sales Expert'],
    ['You are a [ninja].', ['expert~'], 'base', 'You are an expert.'],
    ['An [energetic] cook', ['motivated'], 'base', 'A motivated cook'],
    ['An [energetic] cook', [''], 'base', 'A cook'],
    ['Are you a [recent IT graduate]?', ['entry-level baker'], 'base', 'Are you an entry-level baker?'],
    ['- [Take charge] of ovens', ['take the lead'], 'base', '- Take the lead of ovens'],
    ['How To [Take Charge]', ['take the lead'], 'base', 'How To Take the Lead'],
    ['A team of [A-Players]', ['skilled people'], 'base', 'A team of skilled people'],
    ['[A-players] wanted', ['skilled people'], 'base', 'Skilled people wanted'],
    ['The [foreman]’s desk', ['supervisor~'], 'base', 'The supervisor’s desk'],
  ] as const)('%s', (marked, suggestions, form, expected) => {
    expect(fitted(marked, suggestions, form)).toEqual([expected]);
  });

  it.each([
    ['[He] is kind.', 'They are kind.'],
    ['When [she] works late', 'When they work late'],
    ['[He] will lead.', 'They will lead.'],
    ['Ask [him] now', 'Ask them now'],
    ['Call [her] if needed', 'Call them if needed'],
    ['plans [her] week', 'plans their week'],
    ['if [he] carries tools', 'if they carry tools'],
    ['[He/she] has a plan', 'They have a plan'],
    ["[She's] ready", "They're ready"],
    ['[He/she] currently works in the mill', 'They currently work in the mill'],
    ['[He or she] also often bakes', 'They also often bake'],
    ['[She] is calm, and directly answers callers', 'This person is calm, and directly answers callers'],
    ['Where does [he/she] bake?', 'Where does this person bake?'],
    ['[He] will bake and tests', 'This person will bake and tests'],
    ['grows [him/herself] in the mill', 'grows themself in the mill'],
    ['[He] will bake bread', 'They will bake bread'],
  ])('pronoun: %s', (marked, expected) => {
    expect(fitted(marked, 'pronoun')).toEqual([expected]);
  });
});

describe('inflection', () => {
  it.each([
    ['salesman', 's', 'salesmen'],
    ['person', 's', 'people'],
    ['carry', 's', 'carries'],
    ['crush', 's', 'crushes'],
    ['drive', 'ing', 'driving'],
    ['lift', 'ed', 'lifted'],
    ['plan', 'ed', 'planned'],
    ['prefer', 'ing', 'preferring'],
    ['carry', 'ed', 'carried'],
    ['agree', 'ing', 'agreeing'],
  ] as const)('%s %s: %s', (word, form, expected) => {
    expect(inflect(word, form)).toBe(expected);
  });

  it('knows the form of every spelling', () => {
    expect(inflections('seek').get('sought')).toBe('ed');
    expect(inflections('german').get('germans')).toBe('s');
  });
});
