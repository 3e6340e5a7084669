import { describe, expect, it } from 'vitest';
import { changesBeyondFlagged } from './beyond-flagged.ts';

/** The sentence with its flagged words in brackets, and one suggestion for all of them. */
function changes(marked: string, after: string, suggestions: readonly string[] = []): boolean {
  const flagged: { start: number; end: number; suggestions: string[] }[] = [];
  let before = '';
  for (const part of marked.split(/(\[[^\]]*\])/)) {
    const word = part.startsWith('[') ? part.slice(1, -1) : part;
    if (word !== part)
      flagged.push({ start: before.length, end: before.length + word.length, suggestions: [...suggestions] });
    before += word;
  }
  return changesBeyondFlagged(before, flagged, after);
}

describe('a rewrite keeps to what is flagged', () => {
  it.each([
    ['We want a [rockstar] baker.', 'We want a skilled baker.'],
    ['We want a [rockstar] baker.', 'We want a baker.'],
    ['[He/she] leads the kitchen and keeps his own list.', 'They lead the kitchen and keep their own list.'],
    ['[He] is responsible for the ovens.', 'You are responsible for the ovens.', ['You']],
    ['We hire [energetic] and creative cooks.', 'We hire creative cooks.'],
    ['You are a [digital native].', 'You are a confident user of digital tools.'],
    ['Our [husbands and wives] evening is in May.', 'Our partners evening is in May.'],
    ['An [aggressive] seller wins.', 'A persistent seller wins.'],
    ["[He's] baking our bread.", "They're baking our bread."],
  ] as const)('allows: %s > %s', (before, after, suggestions: readonly string[] = []) => {
    expect(changes(before, after, suggestions)).toBe(false);
  });

  it.each([
    ['a trait beside it goes', 'We hire [energetic], careful cooks.', 'We hire motivated cooks.'],
    ['another verb', '[He] will lead a team of bakers.', 'They will carry a team of bakers.'],
    ['the employer becomes others', 'Our bakers love [his] work.', 'Their bakers love their work.'],
    ['the reader becomes others', 'You and your team serve [him].', 'They serve them.'],
    ['an alternative is lost', 'Mend it, or tell the [foreman].', 'Mend it, tell the supervisor.'],
    ['a condition becomes optional', 'A [bossy] cook and planner.', 'A confident cook and/or planner.'],
    ['a duty is softened', '[He] must taste every dish.', 'They may taste every dish.'],
    ['a requirement comes in', 'We want a [youthful] baker.', 'We want an experienced baker.'],
    ['a clause comes in', 'You share [his] view.', 'You share their view and write to customers.'],
    ['the end goes', 'A [ninja] is wanted by Hill Bakery.', 'A specialist.'],
    ['a paraphrase of all', 'The [chairman] plans our budget.', 'The lead person decides what is spent.'],
    [
      'a verb elsewhere gets another ending',
      'We sell ovens that help many [men].',
      'We sell ovens that helps many people.',
    ],
    ['a denial is lost', 'This is no [young] team.', 'This is a varied team.'],
  ])('refuses: %s', (_name, before, after) => {
    expect(changes(before, after)).toBe(true);
  });

  it('lets only the titles of the rule take the place of one', () => {
    const titles = ['supervisor', 'shift lead'];
    expect(changes('Ask the [foreman].', 'Ask the supervisor.', titles)).toBe(false);
    expect(changes('Ask the [foremen].', 'Ask the supervisors.', titles)).toBe(false);
    expect(changes('Ask the [foreman].', 'Ask the manager.', titles)).toBe(true);
    expect(changes('Ask the [waitress].', 'Ask the cook.', ['server'])).toBe(true);
  });

  it('allows a word of requirement that the rule itself suggests', () => {
    expect(changes('A [seasoned] baker.', 'An experienced baker.', ['experienced'])).toBe(false);
  });
});
