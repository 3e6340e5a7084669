export const fourFifths = 0.8;

/**
 * Reading of an impact ratio by the four-fifths rule of thumb of 29 CFR 1607.4(D): under .80 is "generally regarded as
 * evidence of adverse impact". The same paragraph says that smaller differences may count when they are statistically
 * and practically significant, and that larger ones may not when the numbers are small.
 * Misuse: as pass or fail. It is a screen for United States employment selection and says nothing of chance.
 */
export type FourFifthsReading = 'below four-fifths' | 'at or above four-fifths' | 'not defined';

/** @param ratio impact ratio, `null` where it is not defined. */
export function readFourFifths(ratio: number | null): FourFifthsReading {
  if (ratio === null) return 'not defined';
  return ratio < fourFifths ? 'below four-fifths' : 'at or above four-fifths';
}
