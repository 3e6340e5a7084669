import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../shared/detection/document.ts';
import { guards } from '../../shared/detection/guards/guards.ts';
import { compileScanner } from '../../shared/detection/scan.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { wordClasses } from '../../shared/lexicon/word-classes.ts';
import { hitsKnownElsewhere } from './cross-fitted-hits.ts';

const scan = compileScanner(lexicon, guards, wordClasses);
const known = (...documents: [fold: number, text: string][]) =>
  hitsKnownElsewhere(
    documents.map(([, text]) => scanDocument(text, scan)),
    documents.map(([fold]) => fold),
  ).map((hits) => hits.map(({ rule, guardedBy }) => [rule.id, guardedBy]));

describe('matches known elsewhere', () => {
  it('are kept when the same words are matched in another fold', () => {
    expect(known([0, 'A coding ninja.'], [1, 'Ninjas are rare. You are a ninja.'])).toEqual([
      [['masculine/ninja', undefined]],
      [['masculine/ninja', undefined]],
    ]);
  });

  it('are dropped when only their own fold has them, as though the rule had been written without it', () => {
    expect(known([0, 'A coding ninja.'], [0, 'You are a ninja.'], [1, 'You are a guru.'])).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('stand where their guard was seen in their own fold only', () => {
    const [own, other] = known([0, 'You do not have to be a rockstar.'], [1, 'You are a rockstar.']);
    expect(own).toEqual([['masculine/ninja', undefined]]);
    expect(other).toEqual([['masculine/ninja', undefined]]);
  });
});
