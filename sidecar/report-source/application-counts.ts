import type { Outcome } from '../../shared/protocol/candidate.ts';
import type { AttributeColumn } from '../../training/recommender.ts';
import {
  type ApplicantCount,
  type ApplicationCount,
  type FunnelStage,
  funnelStages,
} from '../reports/report-source.ts';

interface Application {
  readonly month: string;
  readonly furthest: number;
}

/**
 * Counts applications by posting, month of the first step, groups and furthest stage. A rejection is no stage: whoever
 * was interviewed and then rejected got as far as the interview.
 * @param columnsOf self-reported groups of people, aligned with the ids given, one column an attribute.
 */
export function countApplications(
  outcomes: readonly Outcome[],
  columnsOf: (ids: readonly string[]) => readonly AttributeColumn[],
): ApplicationCount[] {
  const applications = [...gather(outcomes).values()];
  const people = new Map<string, number>();
  for (const { externalId } of applications) {
    if (!people.has(externalId)) people.set(externalId, people.size);
  }
  const columns = columnsOf([...people.keys()]);
  const counts = new Map<string, ApplicationCount>();
  for (const { postingId, externalId, application } of applications) {
    const { month, furthest } = application;
    const place = people.get(externalId) ?? -1;
    const groups = columns.map(({ codes, groups: names }) => names[codes[place] ?? -1] ?? null);
    const stage = funnelStages[furthest] ?? 'applied';
    const key = JSON.stringify([postingId, month, groups, stage]);
    const known = (counts.get(key)?.people ?? 0) + 1;
    counts.set(key, { postingId, month, groups, furthest: stage, people: known });
  }
  return [...counts.values()];
}

/** The same applications counted by person: how far those of equal groups got with each of theirs. */
export function countApplicants(
  outcomes: readonly Outcome[],
  columnsOf: (ids: readonly string[]) => readonly AttributeColumn[],
): ApplicantCount[] {
  const furthestOf = new Map<string, number[]>();
  for (const { externalId, application } of gather(outcomes).values()) {
    const known = furthestOf.get(externalId);
    if (known === undefined) furthestOf.set(externalId, [application.furthest]);
    else known.push(application.furthest);
  }
  const columns = columnsOf([...furthestOf.keys()]);
  const counts = new Map<string, ApplicantCount>();
  [...furthestOf.values()].forEach((reached, place) => {
    const groups = columns.map(({ codes, groups: names }) => names[codes[place] ?? -1] ?? null);
    const furthest = reached.sort((a, b) => a - b).map((stage) => funnelStages[stage] ?? 'applied');
    const key = JSON.stringify([groups, furthest]);
    counts.set(key, { groups, furthest, people: (counts.get(key)?.people ?? 0) + 1 });
  });
  return [...counts.values()];
}

function gather(outcomes: readonly Outcome[]) {
  const found = new Map<string, { postingId: string; externalId: string; application: Application }>();
  for (const { postingId, externalId, stage, on } of outcomes) {
    const key = JSON.stringify([postingId, externalId]);
    const known = found.get(key)?.application;
    const reached =
      stage === 'rejected' ? funnelStages.indexOf('applied') : funnelStages.indexOf(stage as FunnelStage);
    const month = on.slice(0, 7);
    found.set(key, {
      postingId,
      externalId,
      application: {
        month: known === undefined || month < known.month ? month : known.month,
        furthest: Math.max(reached, known?.furthest ?? 0),
      },
    });
  }
  return found;
}
