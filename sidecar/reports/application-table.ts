import type { GroupCount } from '../../shared/fairness/selection-rate.ts';
import type { StratumCounts } from '../../shared/fairness/stratified-comparison.ts';
import type { StageTable } from '../../shared/fairness/suppression.ts';
import type { ApplicationCount, FunnelStage } from './report-source.ts';
import { funnelStages } from './report-source.ts';

/** Name of the row of people whose group is unknown; never a group's own name in a table of ours. */
export const unknownGroup = 'unknown';

/** The applications of a report, with the stages that were really recorded. */
export interface ApplicationTable {
  readonly attributes: readonly string[];
  readonly stages: readonly FunnelStage[];
  readonly rows: readonly ApplicationCount[];
}

/**
 * Reads all counts once. A stage nobody stopped at was not recorded (nobody is only "offered" where offers are not
 * tracked) and a last stage nobody reached yet says nothing: both are left out. "applied" stays if anybody applied.
 */
export function readApplications(
  counts: Iterable<ApplicationCount>,
  attributes: readonly string[],
): ApplicationTable {
  const rows = [...counts];
  const stoppedAt = funnelStages.map((stage) =>
    rows.reduce((sum, row) => sum + (row.furthest === stage ? row.people : 0), 0),
  );
  const reached = stoppedAt.map((_, i) => stoppedAt.slice(i).reduce((sum, people) => sum + people, 0));
  const stages = funnelStages.filter(
    (stage, i) =>
      (reached[i] as number) > 0 &&
      ((stoppedAt[i] as number) > 0 || stage === 'hired' || stage === 'applied'),
  );
  return { attributes, stages, rows };
}

/** Stage that counts as assessed: everybody who applied, or the first stage after it that was recorded. */
export function assessedStage({ stages }: ApplicationTable): FunnelStage | undefined {
  return stages.find((stage) => stage !== 'seen');
}

/** Stage that counts as selected: the last one. */
export function selectedStage({ stages }: ApplicationTable): FunnelStage | undefined {
  return stages.at(-1);
}

/** Whether somebody whose furthest stage is `furthest` got to `stage`. */
export function got(furthest: FunnelStage, stage: FunnelStage): boolean {
  return funnelStages.indexOf(furthest) >= funnelStages.indexOf(stage);
}

/** Groups of an attribute in alphabetical order. */
export function groupsOf({ rows }: ApplicationTable, attribute: number): string[] {
  const groups = new Set<string>();
  for (const row of rows) {
    const group = row.groups[attribute];
    if (typeof group === 'string') groups.add(group);
  }
  return [...groups].sort();
}

/**
 * People of each group, then of unknown group, who got to each stage. A row of nobody is left out: that there is no
 * such person tells of no person, and a zero would have to be hidden together with a real row.
 */
export function stageTable(table: ApplicationTable, attribute: number): StageTable {
  const groups = groupsOf(table, attribute);
  const index = new Map(groups.map((group, i) => [group, i]));
  const reached = [...groups, unknownGroup].map(() => table.stages.map(() => 0));
  for (const row of table.rows) {
    const line = reached[index.get(row.groups[attribute] ?? '') ?? groups.length] as number[];
    table.stages.forEach((stage, s) => {
      if (got(row.furthest, stage)) line[s] = (line[s] as number) + row.people;
    });
  }
  return {
    stages: table.stages,
    rows: [...groups, unknownGroup]
      .map((group, i) => ({ group, reached: reached[i] as number[] }))
      .filter((row) => (row.reached[0] ?? 0) > 0),
  };
}

/** The group of a row in one attribute. */
export function inAttribute(attribute: number) {
  return (row: ApplicationCount): string | null => row.groups[attribute] ?? null;
}

/** Assessed and selected people of each of these groups by a key of the row (posting, period); sorted by key. */
export function countsBy(
  table: ApplicationTable,
  groupOf: (row: ApplicationCount) => string | null,
  groups: readonly string[],
  key: (row: ApplicationCount) => string,
): StratumCounts[] {
  const from = assessedStage(table);
  const to = selectedStage(table);
  if (from === undefined || to === undefined) return [];
  const index = new Map(groups.map((group, i) => [group, i]));
  const strata = new Map<string, { n: number; selected: number }[]>();
  for (const row of table.rows) {
    const group = index.get(groupOf(row) ?? '');
    if (group === undefined || !got(row.furthest, from)) continue;
    const name = key(row);
    const counts = strata.get(name) ?? groups.map(() => ({ n: 0, selected: 0 }));
    strata.set(name, counts);
    const cell = counts[group] as { n: number; selected: number };
    cell.n += row.people;
    if (got(row.furthest, to)) cell.selected += row.people;
  }
  return [...strata]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stratum, counts]) => ({
      stratum,
      groups: counts.map((cell, i): GroupCount => ({ group: groups[i] as string, ...cell })),
    }));
}
