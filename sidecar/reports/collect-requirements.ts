import { smallestShown, suppressSmallCounts } from '../../shared/fairness/suppression.ts';
import type { RequirementRow } from '../../shared/protocol/report.ts';
import { unknownGroup } from './application-table.ts';
import type { RequirementEffect } from './report-source.ts';

/** Shares are computed over at least this many people (design, privacy). */
const fewestPeople = 100;

/** What each requirement costs, largest first, under the suppression rules; shares rounded to .01. */
export function collectRequirements(
  effects: readonly RequirementEffect[],
  attributes: readonly string[],
): RequirementRow[] {
  return effects
    .map((effect) => requirementRow(effect, attributes))
    .toSorted((a, b) => (b.more ?? 0) - (a.more ?? 0) || (a.requirement < b.requirement ? -1 : 1));
}

function requirementRow(effect: RequirementEffect, attributes: readonly string[]): RequirementRow {
  const all = effect.attributes[0]?.groups ?? [];
  const now = all.reduce((sum, group) => sum + group.with, 0);
  const wider = all.reduce((sum, group) => sum + group.without, 0);
  const shown = (people: number) => (people < smallestShown ? null : people);
  // A difference under 5 would follow from the two totals, so one of them goes with it.
  const moreShown = wider === now || wider - now >= smallestShown;
  return {
    requirement: effect.requirement,
    kind: effect.kind,
    postings: effect.postings,
    with: moreShown ? shown(now) : null,
    without: shown(wider),
    more: moreShown && now >= smallestShown ? wider - now : null,
    shares: effect.attributes
      .filter(({ attribute }) => attributes.includes(attribute))
      .flatMap(({ attribute, groups }) => shares(attribute, groups)),
  };
}

type Groups = RequirementEffect['attributes'][number]['groups'];

function shares(attribute: string, groups: Groups): RequirementRow['shares'] {
  const known = groups.filter((group) => group.group !== null);
  const table = suppressSmallCounts({
    stages: ['without', 'with'],
    rows: groups.map((group) => ({
      group: group.group ?? unknownGroup,
      reached: [group.without, group.with],
    })),
  });
  const sum = (side: 'with' | 'without') => known.reduce((total, group) => total + group[side], 0);
  const people = { with: sum('with'), without: sum('without') };
  const share = (side: 'with' | 'without', count: number | null | undefined) =>
    typeof count === 'number' && people[side] >= fewestPeople
      ? Math.round((count / people[side]) * 100) / 100
      : null;
  return table.rows
    .filter((row) => row.group !== unknownGroup)
    .map((row) => ({
      attribute,
      group: row.group,
      without: share('without', row.reached[0]),
      with: share('with', row.reached[1]),
    }));
}
