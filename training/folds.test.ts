import { describe, expect, it } from 'vitest';
import { postingClusters, splitCandidates, splitPostings } from './folds.ts';

const ids = Array.from({ length: 6000 }, (_, i) => `c${i}`);
const clusters = ids.map((_, i) => `person-${i >> 1}`);
const qualifications = ids.map(() => ({
  occupations: new Set<string>(),
  skills: new Set<string>(),
  licences: new Set<string>(),
}));
const pool = { ids, clusters, qualifications };

describe('splitCandidates', () => {
  it('gives 40 / 10 / 50 and never parts a person', () => {
    const parts = splitCandidates(pool, 'salt');
    expect(parts.optimise.length / ids.length).toBeCloseTo(0.4, 1);
    expect(parts.select.length / ids.length).toBeCloseTo(0.1, 1);
    expect(parts.report.length / ids.length).toBeCloseTo(0.5, 1);
    const partOf = new Map<string, string>();
    for (const [part, members] of Object.entries(parts)) {
      for (const member of members) {
        const cluster = clusters[member]!;
        expect(partOf.get(cluster) ?? part).toBe(part);
        partOf.set(cluster, part);
      }
    }
    expect(partOf.size).toBe(3000);
  });

  it('gives the same parts for the same salt and others for another', () => {
    expect(splitCandidates(pool, 'salt')).toEqual(splitCandidates(pool, 'salt'));
    const other = new Set(splitCandidates(pool, 'pepper').report);
    const shared = splitCandidates(pool, 'salt').report.filter((member) => other.has(member)).length;
    expect(shared / ids.length).toBeCloseTo(0.25, 1);
  });
});

describe('splitPostings', () => {
  const words = (seed: number) =>
    Array.from({ length: 40 }, (_, i) => `word${(i * 7 + seed * 131) % 9973}`).join(' ');

  it('keeps near-duplicates and postings of one employer together', () => {
    const postings = [
      { text: words(1), employer: 'Alder' },
      { text: words(2), employer: 'Birch' },
      { text: `${words(2)} again`, employer: 'Cedar' },
      { text: words(3), employer: 'cedar ' },
      { text: words(4) },
    ];
    expect(postingClusters(postings)).toEqual([0, 1, 1, 1, 4]);
  });

  it('splits about 70 / 30', () => {
    const postings = Array.from({ length: 1000 }, (_, i) => ({ text: words(i) }));
    const { training, unseen } = splitPostings(postings, 'salt');
    expect(training.length).toBeGreaterThan(650);
    expect(training.length).toBeLessThan(750);
    expect([...training, ...unseen].sort((a, b) => a - b)).toEqual([...postings.keys()]);
  });
});
