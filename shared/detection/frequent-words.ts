/**
 * Words so frequent in postings that looking patterns up by them would try many in vain. Only speed depends on this list.
 */
export const frequentWords: ReadonlySet<string> = new Set(
  `a able all also an and any are as at be been best both business but by can candidate candidates client clients company
  customer customers day development do environment experience for from full good great have he help high if in including
  individual individuals information into is it job knowledge like management must need needs new no not of on one or other
  our people person professional professionals project provide quality required requirements right role sales service services
  skills strong successful support team teams technical that the their these they this time to up us using we well what who
  will with within work working would year years you your , / ( ) : -`.split(/\s+/),
);

/** Those of them that nearly every sentence has: a list of many frequent words is tried less often than one of these. */
export const commonestWords: ReadonlySet<string> = new Set(
  `a an and are as at be by for from in is of on or our that the this to we will with you your ,`.split(
    /\s+/,
  ),
);
