/**
 * The code under which two titles count as one occupation: the SOC broad occupation (`15-1132.00` -> `15-1130`), the
 * level at which titles stop naming different trades. The residual "all other" groups hold unlike work and keep their
 * own O*NET code (`15-1199.08`).
 * Source: Standard Occupational Classification 2010, as used by the O*NET-SOC taxonomy.
 * @param onetCode such as `15-1132.00`.
 */
export function occupationCode(onetCode: string): string {
  const detailed = onetCode.slice(0, 7);
  if (detailed.endsWith('99')) return onetCode.endsWith('.00') ? detailed : onetCode;
  return `${detailed.slice(0, 6)}0`;
}
