import { expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { editOptions } from '../../shared/edits/edit-options.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';
import { backTranslate } from './back-translation.ts';

const detector = createDetector();
const check = (text: string) => detector.check(text);
const turn = (texts: readonly string[], mostOfPair = 5) =>
  backTranslate({ texts, rules: lexicon, check, mostOfPair, random: createRandom(1) });

const posting = [
  'You work with an expert in data quality and report to the head of finance.',
  'Our people look after the machines in three plants near the river.',
  'The workforce of the plant has grown to two hundred over the years.',
  'Short line here.',
].join('\n');

it('puts flagged wording where a suggestion stood, and one of its options gives the sentence back', () => {
  const made = turn([posting]);
  expect(made.length).toBeGreaterThan(0);
  for (const { flagged, written } of made) {
    expect(posting).toContain(written.trim());
    expect(check(written).findings).toEqual([]);
    expect(check(flagged).findings.filter(isMarked)).toHaveLength(1);
    const rewritten = editOptions(flagged, check(flagged).findings).flatMap(({ options }) =>
      options.map((edit) => applyEdits(flagged, [edit])),
    );
    expect(rewritten).toContain(written);
  }
});

it('gives the article that the flagged wording needs', () => {
  const made = turn(['You will be the person we ask, an expert in data quality and in finance.']);
  for (const { flagged } of made) expect(flagged).not.toMatch(/\ban [bcdfghjklmnpqrstvwxyz]/i);
  expect(made).toHaveLength(1);
});

it('leaves sentences alone that are flagged already, too short or too long', () => {
  const long = `Our people ${'and their teams '.repeat(30)}work here.`;
  expect(turn(['An expert.', 'We look for a rockstar who is an expert in data quality.', long])).toEqual([]);
});

it('uses one wording no more often than asked, and repeats itself under a seed', () => {
  const many = Array.from(
    { length: 40 },
    (_, i) => `The workforce of plant number ${i + 10} has grown over the years.`,
  );
  const made = turn(many, 2);
  const wordings = made.map(({ flagged }) => flagged.replace(/\d+/, ''));
  for (const one of wordings) expect(wordings.filter((other) => other === one).length).toBeLessThanOrEqual(2);
  expect(turn(many, 2)).toEqual(made);
});
