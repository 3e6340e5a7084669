import { describe, expect, it } from 'vitest';
import { createDetector } from '../detector.ts';

const detector = createDetector();
const guardsOf = (sentence: string) => detector.hits(sentence).map(({ guardedBy }) => guardedBy);

describe('a name or a quotation is not asked of anyone', () => {
  it.each([
    ['You may win the "Salesman of the Year" award.', 'quoted-thing'],
    ['The "Hunter" app is used by foresters.', 'quoted-thing'],
    ["The film 'Rockstar' is our best seller.", 'quoted-name'],
    ['You repair our „Wizard“, formerly „Guru“, and the oven called “Hero”.', 'quoted-name'],
    ['The term "chairman" is replaced in every document.', 'wording-itself'],
    ['Watch your wording: "craftsman" and "foreman" are old.', 'wording-itself'],
    ['Our product Rockstar books venues.', 'named-thing'],
    ['You work at the agency Ninja.', 'named-thing'],
    ['You support users of Wizard, our configuration tool.', 'thing-named'],
    ['At Ninja Ltd. you answer the phone.', 'thing-named'],
  ])('%s', (sentence, guard) => {
    expect(guardsOf(sentence)).toContain(guard);
  });
});

describe('a title in quotation marks that candidates should be is marked', () => {
  it.each([
    'We want a "rockstar" developer.',
    "Be our next coding 'ninja'.",
    'You are a „Wizard“ of sales.',
    'Job title: "Salesman"',
    '“Rockstar” wanted!',
    'We look for a sales "hunter".',
    'Join our software ninjas.',
    'A "ninja" sales manager is wanted.',
    "We want someone to be our company 'superhero'.",
  ])('%s', (sentence) => {
    expect(guardsOf(sentence)).toContain(undefined);
  });
});
