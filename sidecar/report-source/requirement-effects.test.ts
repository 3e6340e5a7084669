import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRequirementEffects } from './requirement-effects.ts';

const person = (skills: string[], years?: number, occupations = ['welder']) => ({
  occupations,
  skills,
  licences: [],
  ...(years === undefined ? {} : { years }),
});
const posting = (skills: string[], years?: number) => ({
  occupation: 'welder',
  skills,
  optionalSkills: ['polishing'],
  licences: [],
  ...(years === undefined ? {} : { years }),
});
const gender = (...codes: number[]) => ({
  name: 'gender',
  groups: ['man', 'woman'],
  codes: Int16Array.from(codes),
});

describe('what a requirement costs', () => {
  it('is who lacks nothing but it, by group', () => {
    const people = [
      person(['welding', 'reading plans'], 12),
      person(['welding', 'reading plans'], 4),
      person(['welding'], 12),
      person([], 1),
      person(['welding', 'reading plans']),
      person(['welding', 'reading plans'], 12, ['cook']),
    ];
    const effects = countRequirementEffects([posting(['welding', 'reading plans'], 10)], people, [
      gender(0, 1, 1, 0, -1, 0),
    ]);
    expect(effects.map(({ requirement, kind }) => [requirement, kind])).toEqual([
      ['welding', 'skill'],
      ['reading plans', 'skill'],
      ['at least 10 years of experience', 'years'],
    ]);
    expect(effects[2]?.attributes).toEqual([
      {
        attribute: 'gender',
        groups: [
          { group: 'man', with: 1, without: 1 },
          { group: 'woman', with: 0, without: 1 },
          { group: null, with: 0, without: 1 },
        ],
      },
    ]);
    expect(effects[1]?.attributes[0]?.groups[1]).toEqual({ group: 'woman', with: 0, without: 1 });
  });

  it('counts a person once over several postings', () => {
    const [welding] = countRequirementEffects(
      [posting(['welding']), posting(['welding'])],
      [person(['welding']), person([])],
      [],
    );
    expect(welding).toEqual({
      requirement: 'welding',
      kind: 'skill',
      postings: 2,
      attributes: [{ attribute: 'everyone', groups: [{ group: null, with: 1, without: 2 }] }],
    });
  });

  it('is never negative, and groups add up to everyone', () => {
    const skills = ['a', 'b', 'c'];
    const people = fc.array(
      fc.tuple(fc.subarray(skills), fc.nat({ max: 20 }), fc.integer({ min: -2, max: 1 })),
      {
        maxLength: 30,
      },
    );
    const postings = fc.array(fc.tuple(fc.subarray(skills), fc.nat({ max: 20 })), { maxLength: 4 });
    fc.assert(
      fc.property(people, postings, (drawn, asked) => {
        const qualifications = drawn.map(([own, years]) => person(own, years));
        const stated = asked.map(([own, years]) => posting(own, years));
        const grouped = countRequirementEffects(stated, qualifications, [
          gender(...drawn.map(([, , code]) => code)),
        ]);
        const whole = countRequirementEffects(stated, qualifications, []);
        grouped.forEach(({ attributes: [column] }, i) => {
          const sum = (side: 'with' | 'without') =>
            column?.groups.reduce((total, group) => total + group[side], 0);
          expect(whole[i]?.attributes[0]?.groups[0]).toEqual({
            group: null,
            with: sum('with'),
            without: sum('without'),
          });
          expect(sum('without')).toBeGreaterThanOrEqual(sum('with') ?? 0);
        });
      }),
    );
  });
});
