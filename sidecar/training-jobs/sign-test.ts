/**
 * Exact two-sided sign test: how likely a split at least this uneven is when either side is as likely to be preferred.
 * Source: Dixon and Mood 1946, ties left out. Misuse: choices between versions of one text are not independent.
 * @param first, second how often each side was preferred; up to 1,000 together
 * @returns p in (0, 1]
 * @throws RangeError for anything but whole counts
 */
export function signTest(first: number, second: number): number {
  const count = first + second;
  if (![first, second].every((one) => Number.isInteger(one) && one >= 0) || count > 1000)
    throw new RangeError(`${first} and ${second} are no counts; whole ones up to 1,000 together are.`);
  let probability = 2 ** -count;
  let tail = 0;
  for (let wins = 0; wins <= Math.min(first, second); wins += 1) {
    tail += probability;
    probability *= (count - wins) / (wins + 1);
  }
  return Math.min(1, 2 * tail);
}
