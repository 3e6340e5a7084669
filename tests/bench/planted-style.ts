import type { Random } from '../../shared/random.ts';
import { encode } from '../../sidecar/training-jobs/read-candidates.ts';
import type { AttributeColumn } from '../../training/recommender.ts';

/**
 * Word stems of the two directions, after the word lists of Gaucher, Friesen and Kay (2011) for agentic and communal
 * wording. No learner sees them.
 */
const agentic =
  /\b(?:achiev|aggress|ambiti|analy|assert|autonom|challeng|compet|confiden|decid|decis|determin|dominat|driv|lead|led\b|object|outperform|self-|strateg|strong|success)\w*/giu;
const communal =
  /\b(?:assist|care|caring|collab|commit|communi|compassion|connect|cooperat|depend|encourag|friendl|help|interperson|kind|listen|nurtur|patien|polite|relationship|respons|share|sharing|support|sympath|team|together|trust|understand|warm|welcom)\w*/giu;

/** Slope of the logistic rule per standard deviation of the style. */
const slope = 2;

/**
 * A made-up attribute with a known cause: the probability of group `first` is `1 / (1 + exp(-2 z))`, where z is how agentic
 * rather than communal a resume is, standardised within its occupation so that occupation says nothing. Wording matters
 * by construction, and the truth is known.
 */
export function plantStyle(
  texts: readonly string[],
  occupations: readonly string[],
  random: Random,
): AttributeColumn {
  const styles = texts.map((text) => {
    const [a, c] = [count(text, agentic), count(text, communal)];
    return (a - c) / Math.sqrt(a + c + 1);
  });
  const members = new Map<string, number[]>();
  occupations.forEach((occupation, i) => {
    members.set(occupation, [...(members.get(occupation) ?? []), styles[i] ?? 0]);
  });
  const values = styles.map((style, i) => {
    const own = members.get(occupations[i] ?? '') ?? [];
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const deviation = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length) || 1;
    const first = random.next() < 1 / (1 + Math.exp((-slope * (style - mean)) / deviation));
    return first ? 'first' : 'second';
  });
  return encode('style (planted)', values);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
