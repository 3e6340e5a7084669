import { describe, expect, test } from 'vitest';
import { countInteractions, gradesOf, groupOutcomes, type PastInteractions } from './past-interactions.ts';

const on = '2026-01-05';

describe('groupOutcomes', () => {
  test('puts each step to its posting and leaves out postings without any', () => {
    const postings = ['a', 'b'].map((externalId) => ({ externalId, title: 'Chef', text: 'Cook well.' }));
    const outcomes = [{ postingId: 'a', externalId: 'person-1', stage: 'applied' as const, on }];
    expect(groupOutcomes(postings, outcomes)).toEqual([
      {
        postingId: 'a',
        text: 'Chef\nCook well.',
        steps: [{ candidateId: 'person-1', stage: 'applied' }],
      },
    ]);
  });
});

describe('gradesOf', () => {
  test('the furthest step counts; having seen it or been rejected does not', () => {
    const steps = (
      [
        ['hired', 'applied'],
        ['hired', 'hired'],
        ['turned down', 'interviewed'],
        ['turned down', 'rejected'],
        ['passed by', 'seen'],
      ] as const
    ).map(([candidateId, stage]) => ({ candidateId, stage }));
    expect([...gradesOf({ postingId: 'p', text: '', steps })]).toEqual([
      ['hired', 3],
      ['turned down', 2],
      ['passed by', 0],
    ]);
  });
});

describe('countInteractions', () => {
  const postings = (count: number, applications: number): PastInteractions[] =>
    Array.from({ length: count }, (_, i) => ({
      postingId: String(i),
      text: '',
      steps: Array.from({ length: applications }, (_, n) => ({ candidateId: String(n), stage: 'applied' })),
    }));

  test('counts what there is to learn from', () => {
    expect(countInteractions(postings(20, 10))).toEqual({ postings: 20, applications: 200 });
  });

  test.each([
    [19, 11, /209 applications to 19 postings.*at least 200 to 20/],
    [20, 9, /180 applications to 20 postings/],
    [0, 0, /0 applications to 0 postings/],
  ])('%i postings with %i applications each are too few', (count, applications, message) => {
    expect(() => countInteractions(postings(count, applications))).toThrow(message);
  });
});
