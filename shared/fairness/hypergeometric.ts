/**
 * The hypergeometric distribution: of `population` people `successes` are selected; how many of them are among the
 * `draws` members of one group, when selection does not depend on the group?
 */
export interface Hypergeometric {
  /** Smallest value with a stored probability; values outside the stored range weigh under 1e-30 of the mode. */
  readonly first: number;
  readonly probabilities: Float64Array;
}

/**
 * Probabilities by the ratio of neighbours, outwards from the mode and then normalised: no logarithm of a huge
 * factorial is subtracted from another, so a table of a million people loses no digits.
 */
export function hypergeometric(population: number, successes: number, draws: number): Hypergeometric {
  const least = Math.max(0, draws + successes - population);
  const most = Math.min(draws, successes);
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((draws + 1) * (successes + 1)) / (population + 2))),
  );
  const upRatio = (x: number) =>
    ((successes - x) * (draws - x)) / ((x + 1) * (population - successes - draws + x + 1));
  const up = [1];
  for (let x = mode, p = 1; x < most; x += 1) {
    p *= upRatio(x);
    if (p < 1e-30) break;
    up.push(p);
  }
  const down: number[] = [];
  for (let x = mode - 1, p = 1; x >= least; x -= 1) {
    p /= upRatio(x);
    if (p < 1e-30) break;
    down.push(p);
  }
  const probabilities = Float64Array.from([...down.reverse(), ...up]);
  let total = 0;
  for (const p of probabilities) total += p;
  for (let i = 0; i < probabilities.length; i += 1) probabilities[i] = (probabilities[i] as number) / total;
  return { first: mode - down.length, probabilities };
}
