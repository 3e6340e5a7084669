import { describe, expect, test } from 'vitest';
import { editOptions } from '../../shared/edits/edit-options.ts';
import { findingSchema } from '../../shared/protocol/finding.ts';
import { extractSkills } from '../qualification/skills.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { generateWorld, plantedFindings } from './planted-bias.ts';

const size = { candidates: 3000, postings: 80 };
const world = generateWorld({ seed: 5, ...size });

/** Share of a gender's resumes that have one of the sentences. */
function rate(sentences: readonly string[], gender: string, of = world): number {
  const texts = of.candidates.filter((_, i) => of.gender[i] === gender).map(({ text }) => text);
  return texts.filter((text) => sentences.some((sentence) => text.includes(sentence))).length / texts.length;
}

describe('generateWorld', () => {
  test('is deterministic', () => {
    const small = { seed: 3, candidates: 50, postings: 5 };
    expect(generateWorld(small)).toEqual(generateWorld(small));
  });

  test('findings stand exactly where the flagged terms stand', () => {
    for (const { text, findings } of world.postings) {
      for (const finding of findings) {
        findingSchema.parse(finding);
        expect(text.slice(finding.start, finding.end)).toBe(finding.text);
      }
      expect(findings).toEqual(plantedFindings(text));
    }
  });

  test('a third of the flagged terms is harmless, a quarter of the biased ones is in no rule', () => {
    const flagged = world.truth.filter((term) => term.flagged);
    const biased = world.truth.filter((term) => term.leansTo !== 'none');
    expect(flagged.filter((term) => term.leansTo === 'none').length / flagged.length).toBeCloseTo(1 / 3, 12);
    expect(biased.filter((term) => !term.flagged).length / biased.length).toBeCloseTo(1 / 4, 12);
  });

  test('some suggestions are skewed themselves, and every flagged term has one that is not', () => {
    const suggestions = world.truth.flatMap((term) => term.suggestions);
    expect(suggestions.some(({ strength }) => strength > 0)).toBe(true);
    for (const term of world.truth.filter(({ flagged }) => flagged)) {
      expect(term.suggestions.some(({ strength }) => strength === 0)).toBe(true);
    }
  });

  test('resumes use each term at the planted rates', () => {
    const men = world.gender.filter((gender) => gender === 'man').length;
    for (const term of world.truth) {
      const difference = rate(term.resume, 'man') - rate(term.resume, 'woman');
      const toMen = term.leansTo !== 'none' && term.leansTo.groups.includes('man');
      const planted = term.leansTo === 'none' ? 0 : (toMen ? 2 : -2) * 0.12 * term.strength;
      expect(Math.abs(difference - planted)).toBeLessThan(4 * Math.sqrt((2 * 0.12 * 0.88) / (0.6 * men)));
    }
  });

  test('without skew nobody’s wording differs', () => {
    const fair = generateWorld({ seed: 5, ...size, skew: 0 });
    const mean = (gender: string) =>
      fair.truth.reduce((sum, term) => sum + rate(term.resume, gender, fair), 0) / fair.truth.length;
    expect(Math.abs(mean('man') - mean('woman'))).toBeLessThan(0.01);
  });

  test('every finding offers edits that leave the facts alone', () => {
    for (const { text, findings } of world.postings) {
      expect(editOptions(text, findings)).toHaveLength(findings.length);
    }
  });

  test('no planted wording reads as a skill, so that it cannot change who qualifies', () => {
    const taxonomy = loadTaxonomy();
    for (const term of world.truth) {
      const sentences = [
        ...term.resume,
        ...term.posting,
        ...term.suggestions.flatMap((s) => [s.text, ...s.resume]),
      ];
      for (const sentence of sentences)
        expect(extractSkills(taxonomy, sentence.replace(/[[\]]/g, ''))).toEqual([]);
    }
  });
});
