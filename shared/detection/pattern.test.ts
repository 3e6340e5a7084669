import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Matcher } from './matcher.ts';
import { compilePattern } from './pattern.ts';
import { PatternError } from './pattern-syntax.ts';
import { tokenise } from './tokens.ts';

const classes = { fruit: ['apple~', 'pear~'] };

/** What the pattern covers in the text, first match. */
function covered(pattern: string, text: string): string | undefined {
  const matcher = new Matcher<string>();
  matcher.add('it', compilePattern(pattern, classes));
  const tokens = tokenise(text);
  const match = matcher.match(tokens)[0];
  return match && text.slice(tokens[match.first]?.start, tokens[match.last]?.end);
}

describe('the pattern notation', () => {
  it.each([
    ['ninja', 'A Ninja, please', 'Ninja'],
    ['salesman~', 'two salesmen', 'salesmen'],
    ['lift~', 'lifting boxes', 'lifting'],
    ['self-starter~', 'Self starters', 'Self starters'],
    ['self-starter~', 'a selfstarter', 'selfstarter'],
    ['self-starter~', 'a self-\nstarter', 'self-\nstarter'],
    ['young ,? dynamic? team', 'young, dynamic team', 'young, dynamic team'],
    ['(young|fresh new) team', 'a fresh new team', 'fresh new team'],
    ['lift _2 boxes', 'lift many heavy boxes', 'lift many heavy boxes'],
    ['be a [man]', 'must be a man of', 'man'],
    ['{10+} years', 'over 12 years', '12 years'],
    ['{number} years', 'ten years', 'ten years'],
    ['ripe {fruit}', 'ripe pears', 'ripe pears'],
    ['^ wanted', 'Wanted: cook', 'Wanted'],
    ['wanted $', 'Cook wanted!', 'wanted'],
    ['very? old tree~', 'old trees', 'old trees'],
    ['driver licence', "driver's licence", "driver's licence"],
    ['native', 'na\u00adtive', 'na\u00adtive'],
    ['resume', 'resume\u0301 resume', 'resume'],
    ['hay fever', 'hay\u00a0fever', 'hay\u00a0fever'],
    ['rock and roll', 'rock &amp; roll', 'rock &amp; roll'],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(covered(pattern, text)).toBe(expected);
  });

  it.each([
    ['man', 'manager'],
    ['old', 'gold'],
    ['lift _1 boxes', 'lift many heavy boxes'],
    ['lift _2 boxes', 'lift; then boxes'],
    ['{10+} years', '9 years'],
    ['^ wanted', 'Cook wanted'],
  ])('%s not in "%s"', (pattern, text) => {
    expect(covered(pattern, text)).toBeUndefined();
  });

  it.each([
    ['(a|b', /not closed/],
    ['a)', /no partner/],
    ['_3 word', /must begin/],
    ['{bird}', /there are fruit/],
    ['a []', /marks nothing/],
    ['(self|man)-made', /in full/],
    ['word ] [', /one "\["/],
    ['go _8 on _8 and _8 on _8 stop', /ways, over/],
    ['(a b|c d) (a b|c d) (a b|c d) (a b|c d) (a b|c d) (a b|c d) (a b|c d) (a b|c d)', /too many/],
  ])('refuses %s', (pattern, why) => {
    expect(() => compilePattern(pattern, classes)).toThrow(PatternError);
    expect(() => compilePattern(pattern, classes)).toThrow(why);
  });

  it('compiles or refuses any text, and never throws anything else', () => {
    const piece = fc.constantFrom(
      'a',
      'be',
      '(',
      ')',
      '|',
      '?',
      '[',
      ']',
      '_2',
      '_',
      '{fruit}',
      '^',
      '$',
      ',',
      'x-y~',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          expect(compilePattern(pieces.join(' '), classes).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
    );
  });
});
