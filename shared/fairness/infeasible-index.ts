/**
 * Infeasible index: the number of prefixes k = 1..n of a ranking in which some group counts fewer than
 * floor(d_g k) people. A whole number in [0, n]; 0 = every prefix holds its floors.
 * Source: Geyik, Ambler and Kenthapadi, KDD 2019, arXiv 1905.01989.
 * Misuse: it counts places, not people, and grows with the length of the list.
 */
export function infeasibleIndex(ranking: ArrayLike<number>, desired: readonly number[]): number {
  const counts = new Array<number>(desired.length).fill(0);
  let infeasible = 0;
  for (let i = 0; i < ranking.length; i += 1) {
    const group = ranking[i] as number;
    counts[group] = (counts[group] ?? 0) + 1;
    // 1e-9: a share such as .3 times 10 must count as 3 although its double is a hair below.
    if (desired.some((share, g) => (counts[g] as number) < Math.floor(share * (i + 1) + 1e-9)))
      infeasible += 1;
  }
  return infeasible;
}
