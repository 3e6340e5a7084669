import { describe, expect, test } from 'vitest';
import { extractFacts } from './extract-facts.ts';

const of = (text: string) => extractFacts(text).map(({ kind, value }) => `${kind} ${value}`);

describe('extractFacts', () => {
  test.each([
    ['You earn $60,000 a year.', ['pay $60000ayear']],
    ['You earn $ 60000 a year.', ['pay $60000ayear']],
    ['Grow a team of 12.', ['number 12']],
    ['Start: 4 May 2026', ['date 4 may 2026']],
    ['Write to crew@anchor.example today', ['email crew@anchor.example', 'date today']],
    ['See https://skiff.example/join.', ['url https://skiff.example/join']],
    ['You speak Welsh and know Kotlin.', ['skill welsh', 'skill kotlin']],
    ['Ask for Marisol Ekberg in Truro.', ['person marisol ekberg', 'place truro']],
    ['Hexley Foods bakes.', ['organisation hexley foods']],
    ['A Class B licence is a plus.', ['licence class b', 'licence licence', 'modal should']],
    ['You must not smoke.', ['modal must', 'negation not']],
    ['We are an equal opportunity employer.', ['legal we are an equal opportunity employer']],
  ])('%s', (text, facts) => {
    expect(of(text)).toEqual(facts);
  });

  test.each([
    'Senior Salesperson for our Garden Shop',
    'Excel in a busy kitchen, with a can-do attitude.',
    'Polish our menus and spring into action.',
    'Do not hesitate to call, no matter how small the question.',
  ])('no fact: %s', (text) => {
    expect(of(text)).toEqual([]);
  });

  test('reads line by line, in order', () => {
    expect(of('Pay: £20\nTeam: 5\n')).toEqual(['pay £20', 'number 5']);
  });
});
