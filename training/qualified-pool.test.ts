import { describe, expect, it } from 'vitest';
import { qualifiedPool } from './qualified-pool.ts';
import type { CandidatePool } from './recommender.ts';

const person = (occupation: string, skills: string[], licences: string[], years?: number) => ({
  occupations: new Set([occupation]),
  skills: new Set(skills),
  licences: new Set(licences),
  ...(years === undefined ? {} : { years }),
});
const qualifications = [
  person('nurse', ['triage', 'charting'], ['rn'], 6),
  person('nurse', ['triage'], ['rn'], 6),
  person('nurse', ['triage'], ['rn'], 1),
  person('nurse', ['triage'], [], 1),
  person('nurse', [], [], 1),
  person('clerk', ['triage', 'charting'], ['rn'], 9),
];
const ids = qualifications.map((_, i) => `c${i}`);
const pool: CandidatePool = { ids, clusters: ids, qualifications };
const requirements = {
  occupation: 'nurse',
  skills: ['triage'],
  optionalSkills: ['charting'],
  licences: ['rn'],
  years: 5,
};

describe('qualifiedPool', () => {
  it('relaxes years, optional skills, licences, skills, in this order, and never the occupation', () => {
    const steps = [1, 2, 3, 4, 5, 6].map((minimum) => qualifiedPool(requirements, pool, { minimum }));
    expect(steps.map(({ members }) => members)).toEqual([
      [0],
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
      [0, 1, 2, 3, 4],
    ]);
    expect(steps.map(({ relaxed }) => relaxed.length)).toEqual([0, 2, 2, 3, 4, 4]);
    expect(steps.map(({ enough }) => enough)).toEqual([true, true, true, true, true, false]);
    expect(steps[5]!.relaxed).toEqual(['years', 'optional-skills', 'licences', 'skills']);
  });

  it('counts only people of known attribute toward the minimum, and keeps to the fold', () => {
    const known = (candidate: number) => candidate !== 0;
    expect(qualifiedPool(requirements, pool, { minimum: 1, known }).members).toEqual([0, 1, 2]);
    expect(qualifiedPool(requirements, pool, { minimum: 1, members: [1, 2] }).members).toEqual([1, 2]);
  });

  it('keeps the skills when nothing else says who qualifies', () => {
    const bySkill = { skills: ['charting'], optionalSkills: [], licences: [] };
    expect(qualifiedPool(bySkill, pool, { minimum: 3 })).toEqual({
      members: [0, 5],
      relaxed: [],
      enough: false,
    });
    const nothing = { skills: [], optionalSkills: [], licences: [] };
    expect(qualifiedPool(nothing, pool, { minimum: 1 })).toEqual({ members: [], relaxed: [], enough: false });
  });
});
