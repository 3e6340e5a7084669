import type { FurtherEvidence } from '../../shared/fairness/group-audit.ts';
import { type PersonProfile, personBootstrap } from '../../shared/fairness/person-bootstrap.ts';
import type { Random } from '../../shared/random.ts';
import { got } from './application-table.ts';
import type { ApplicantCount, FunnelStage } from './report-source.ts';

/** Draws of a report: enough for limits that are printed with two decimals. */
const draws = 4999;

/** The steps a selection rate is taken between. */
export interface SelectionStep {
  readonly from: FunnelStage;
  readonly to: FunnelStage;
}

/**
 * Resampling of people for one attribute, over the groups that may be shown; `undefined` when nobody applied twice.
 * @param attribute index into the groups of an applicant.
 */
export function personEvidence(
  applicants: readonly ApplicantCount[],
  attribute: number,
  groups: readonly string[],
  step: SelectionStep,
  random: Random,
): FurtherEvidence['persons'] {
  const profiles = applicants.flatMap((one) =>
    profileOf(one, groups.indexOf(one.groups[attribute] ?? ''), step),
  );
  if (!profiles.some(({ applications }) => applications > 1)) return undefined;
  return (comparedWith) => personBootstrap(merged(profiles), groups.length, comparedWith, random, { draws });
}

function profileOf(
  { furthest, people }: ApplicantCount,
  group: number,
  { from, to }: SelectionStep,
): PersonProfile[] {
  const applications = furthest.filter((stage) => got(stage, from)).length;
  const selections = furthest.filter((stage) => got(stage, to)).length;
  return group < 0 || applications === 0 ? [] : [{ group, applications, selections, people }];
}

/** One profile a combination, in an order that does not depend on the source's. */
function merged(profiles: readonly PersonProfile[]): PersonProfile[] {
  const counts = new Map<string, PersonProfile>();
  for (const one of profiles) {
    const key = `${one.group} ${one.applications} ${one.selections}`;
    counts.set(key, { ...one, people: one.people + (counts.get(key)?.people ?? 0) });
  }
  return [...counts.values()].sort(
    (a, b) => a.group - b.group || a.applications - b.applications || a.selections - b.selections,
  );
}
