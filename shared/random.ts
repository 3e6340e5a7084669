/** A seeded stream of pseudo-random numbers. The same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, n). */
  integer(n: number): number;
  /** Standard normal (Box-Muller). */
  normal(): number;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** An independent stream named by a label, so that adding draws in one place changes nothing elsewhere. */
  fork(label: string): Random;
}

/**
 * Creates a stream by the sfc32 generator (Doty-Humphrey, PractRand), seeded through splitmix32.
 * @param seed any finite number; its integer part counts.
 */
export function createRandom(seed: number): Random {
  let state = Math.trunc(seed) | 0;
  const split = () => {
    state = (state + 0x9e3779b9) | 0;
    let t = state ^ (state >>> 16);
    t = Math.imul(t, 0x21f0aaad);
    t ^= t >>> 15;
    t = Math.imul(t, 0x735a2d97);
    return (t ^ (t >>> 15)) | 0;
  };
  let a = split();
  let b = split();
  let c = split();
  let counter = 1;

  const nextBits = () => {
    const result = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + result) | 0;
    return result >>> 0;
  };
  // sfc32 needs a few rounds before a sparse seed has spread through its state.
  for (let round = 0; round < 12; round += 1) nextBits();

  const next = () => nextBits() / 4294967296;
  const integer = (n: number) => Math.floor(next() * n);
  return {
    next,
    integer,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    shuffle: (items) => {
      const copy = items.slice();
      for (let i = copy.length - 1; i > 0; i -= 1) {
        const j = integer(i + 1);
        const held = copy[i] as (typeof copy)[number];
        copy[i] = copy[j] as (typeof copy)[number];
        copy[j] = held;
      }
      return copy;
    },
    fork: (label) => {
      let hash = Math.trunc(seed) | 0;
      for (let i = 0; i < label.length; i += 1) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193);
      return createRandom(hash);
    },
  };
}
