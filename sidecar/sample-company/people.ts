import type { Random } from '../../shared/random.ts';

/** A share of people for each group; drawn independently of everything but what a function's name says. */
type Shares = readonly (readonly [group: string, share: number])[];

/** Age of the labour force, rounded; U.S. BLS, Current Population Survey, table 3, annual averages 2022. */
export const ageShares: Shares = [
  ['18 to 24', 0.12],
  ['25 to 34', 0.23],
  ['35 to 44', 0.22],
  ['45 to 54', 0.2],
  ['55 to 64', 0.17],
  ['65 and over', 0.06],
];

/**
 * EEO-1 style groups. U.S. BLS, Labor force characteristics by race and ethnicity, 2022: White 76 %, Black 13 %, Asian
 * 7 %, Hispanic or Latino of any race 19 %, others 4 %; made exclusive and rounded by us, equal in every occupation.
 */
export const raceShares: Shares = [
  ['White', 0.59],
  ['Hispanic or Latino', 0.19],
  ['Black or African American', 0.12],
  ['Asian', 0.07],
  ['Two or more races', 0.02],
  ['American Indian or Pacific Islander', 0.01],
];

/** Our assumption: share of people who say nonbinary. */
export const nonbinaryShare = 0.015;

/** Our assumption: how many self-reports are missing or declined, for each attribute on its own. */
export const unknownShare = 0.06;
export const declinedShare = 0.04;

export interface Person {
  readonly gender: string;
  readonly 'race or ethnicity': string;
  readonly 'age band': string;
}

export const attributes = ['gender', 'race or ethnicity', 'age band'] as const;

export function draw(shares: Shares, random: Random): string {
  let left = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [group, share] of shares) {
    left -= share;
    if (left < 0) return group;
  }
  return shares[shares.length - 1]?.[0] ?? '';
}

/** A person of an occupation; only gender depends on it. */
export function drawPerson(womenShare: number, random: Random): Person {
  const nonbinary = random.next() < nonbinaryShare;
  const woman = random.next() < womenShare;
  return {
    gender: nonbinary ? 'nonbinary' : woman ? 'woman' : 'man',
    'race or ethnicity': draw(raceShares, random),
    'age band': draw(ageShares, random),
  };
}

/** What the person reports: the group, `declined`, or `unknown`. */
export function selfReported(group: string, random: Random): string {
  const roll = random.next();
  if (roll < unknownShare) return 'unknown';
  return roll < unknownShare + declinedShare ? 'declined' : group;
}
