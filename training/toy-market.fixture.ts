import { createRandom } from '../shared/random.ts';
import type { Market } from './policy-rewriter.ts';
import type { Recommender } from './recommender.ts';

export interface ToyMarket extends Market {
  /** Ranks the same people by chance, and the first group `strength` standard deviations higher where a text says "dominate". */
  recommenderOf(name: string, strength: number): Recommender;
}

/** Clerks of two groups who all qualify for a posting that says "clerk". */
export function toyMarket({ size, seed }: { size: number; seed: number }): ToyMarket {
  const random = createRandom(seed);
  const ids = Array.from({ length: size }, (_, i) => `c${String(i).padStart(3, '0')}`);
  const codes = Int16Array.from(ids, () => random.integer(2));
  const noise = ids.map(() => random.normal());
  const nothing: ReadonlySet<string> = new Set();
  const recommenderOf = (name: string, strength: number): Recommender => ({
    name,
    size,
    score: async (texts) =>
      texts.map((text) =>
        Float32Array.from(noise, (value, i) =>
          text.includes('dominate') && codes[i] === 0 ? value + strength : value,
        ),
      ),
  });
  return {
    recommenderOf,
    recommender: recommenderOf('exact', 2),
    pool: {
      ids,
      clusters: ids,
      qualifications: ids.map(() => ({
        occupations: new Set(['clerk']),
        skills: nothing,
        licences: nothing,
      })),
    },
    attributes: [{ name: 'group', groups: ['first', 'second'], codes }],
    readRequirements: (text) => ({
      ...(text.includes('clerk') ? { occupation: 'clerk' } : {}),
      skills: [],
      optionalSkills: [],
      licences: [],
    }),
    salt: 'test',
    synthetic: true,
  };
}
