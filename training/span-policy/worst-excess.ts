import type { RewardParts } from '../reward.ts';

/** Collects reward parts of many rewrites and reads the excess gap of the worst attribute over them. */
export interface ExcessTally {
  add(parts: RewardParts): void;
  /** `sqrt(max(0, mean squared excess))` of the worst attribute, in [0, 1]; null while nothing was measured. */
  worst(): number | null;
}

export function createExcessTally(): ExcessTally {
  const sums = new Map<string, { sum: number; rewrites: number }>();
  return {
    add({ attributes }) {
      for (const { attribute, squaredExcess } of attributes) {
        const { sum = 0, rewrites = 0 } = sums.get(attribute) ?? {};
        sums.set(attribute, { sum: sum + squaredExcess, rewrites: rewrites + 1 });
      }
    },
    worst: () =>
      sums.size === 0
        ? null
        : Math.sqrt(Math.max(0, ...[...sums.values()].map(({ sum, rewrites }) => sum / rewrites))),
  };
}
