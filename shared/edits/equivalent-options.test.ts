import { describe, expect, it, test } from 'vitest';
import { equivalentExamples } from '../lexicon/equivalent-examples.fixture.ts';
import { equivalentWording } from '../lexicon/equivalent-wording.ts';
import { applyEdits } from './apply-edits.ts';
import { isEquivalentExchange } from './equivalent-exchange.ts';
import { equivalentOptions, mostEquivalents } from './equivalent-options.ts';
import { brokenFact, guardEdits } from './fact-guard.ts';

const groupsIn = (text: string) => equivalentOptions(text).map(({ group }) => group);
/** Every text that one exchange makes of it. */
const rewritten = (text: string) =>
  equivalentOptions(text).flatMap(({ exchanges }) => exchanges.map(({ edits }) => applyEdits(text, edits)));

describe('a group of equivalents', () => {
  it('has examples, and an id of its own', () => {
    const ids = equivalentWording.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(equivalentExamples).sort()).toEqual([...ids].sort());
  });
});

test.each(Object.entries(equivalentExamples))(
  '%s is exchanged where it means that, and else kept',
  (group, { exchanged, kept }) => {
    for (const sentence of exchanged) expect(groupsIn(sentence), sentence).toContain(group);
    for (const sentence of kept) expect(groupsIn(sentence), sentence).not.toContain(group);
  },
);

describe('an exchange', () => {
  it('keeps form, capitals and article', () => {
    expect(rewritten('Utilizes an array of tools.')).toContain('Makes use of an array of tools.');
    expect(rewritten('You have excellent manners and a solid understanding of tea.')).toContain(
      'You have superb manners and a solid understanding of tea.',
    );
    expect(rewritten('This is an exciting role.')).toContain('This is a stimulating role.');
  });

  it('is written as the text is, in Britain or America', () => {
    expect(rewritten('You use our tills and write programmes.')).toContain(
      'You utilise our tills and write programmes.',
    );
    expect(rewritten('You use our tills.')).toContain('You utilize our tills.');
  });

  it('is one choice for all places of a wording', () => {
    const [option] = equivalentOptions('You use our tills. We use our vans.');
    expect(option?.exchanges.map(({ edits }) => edits.length)).toEqual([2, 2]);
  });

  it('leaves names, quotations, addresses, headings and legal text alone', () => {
    for (const text of [
      'We sell "excellent manners" as a book.',
      'See www.acme.example/use/our/tills for more.',
      'EXCELLENT MANNERS WANTED',
      'Excellent Manners',
      'Read our book Excellent manners at home.',
      'We consider the successful candidate without regard to race, color, religion, sex or national origin.',
    ])
      expect(equivalentOptions(text), text).toEqual([]);
  });

  it('leaves alone what a rule speaks of', () => {
    const text = 'You have excellent manners.';
    expect(equivalentOptions(text, [{ start: 0, end: text.length }])).toEqual([]);
  });

  it('is offered for a bounded number of wordings', () => {
    const all = Object.values(equivalentExamples).flatMap(({ exchanged }) => exchanged);
    expect(equivalentOptions(all.join('\n'))).toHaveLength(mostEquivalents);
  });

  it('passes the fact guard, whatever its words are, only if it is one', () => {
    const text = 'You assist customers with returns.';
    const edit = { start: 4, end: 10, before: 'assist', source: 'equivalent' as const };
    expect(brokenFact(text, { ...edit, after: 'support' })).toBeUndefined();
    expect(brokenFact(text, { ...edit, after: 'invoice' })).toMatchObject({ kind: 'skill' });
    expect(guardEdits(text, [{ ...edit, after: 'help' }]).refused).toEqual([]);
  });

  it('is between members of one group in one form', () => {
    expect(isEquivalentExchange({ before: 'assists', after: 'helps' })).toBe(true);
    expect(isEquivalentExchange({ before: 'an exciting', after: 'a stimulating' })).toBe(true);
    expect(isEquivalentExchange({ before: 'assists', after: 'help' })).toBe(false);
    expect(isEquivalentExchange({ before: 'assist', after: 'excellent' })).toBe(false);
  });
});
