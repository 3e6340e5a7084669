import type { ResultRow, TrainingRunDetail } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';
import { dayAndTime } from '../common/day-and-time.ts';
import { optionWords } from './option-words.ts';

export interface ComparisonRow {
  readonly what: string;
  readonly values: readonly [string, string];
}

/** What of two runs stands side by side; a figure that a run has not reads as a dash. */
export function comparisonRows(left: TrainingRunDetail, right: TrainingRunDetail): ComparisonRow[] {
  const t = texts.dashboard.training.comparison;
  const row = (what: string, value: (run: TrainingRunDetail) => string | undefined): ComparisonRow => ({
    what,
    values: [value(left) ?? '–', value(right) ?? '–'],
  });
  const attributes = [
    ...new Set([left, right].flatMap((run) => deployedRows(run).map(({ attribute }) => attribute))),
  ];
  return [
    row(t.started, ({ createdAt }) => dayAndTime(createdAt)),
    row(t.options, ({ options }) => optionWords(options)),
    row(t.epochs, ({ epochs }) => String(epochs)),
    row(t.reward, ({ curve }) => curve.at(-1)?.reward.toFixed(3)),
    ...attributes.flatMap((attribute) => {
      const of = (run: TrainingRunDetail) => deployedRows(run).find((one) => one.attribute === attribute);
      return [
        row(t.excessGap(attribute), (run) => arrow(of(run)?.excessGap)),
        row(t.relevance(attribute), (run) => arrow(of(run)?.relevance)),
      ];
    }),
    row(t.edits, (run) => deployedRows(run)[0]?.edits.toFixed(1)),
    row(t.promoted, ({ record }) => record && (record.promotion.promoted ? t.yes : t.no)),
  ];
}

/** Rows of the method that the run would put in force, one an attribute. */
function deployedRows({ record }: TrainingRunDetail): readonly ResultRow[] {
  return record?.evaluation.methods.filter(({ method }) => method === record.promotion.method) ?? [];
}

function arrow(change: { readonly before: number; readonly after: number } | undefined): string | undefined {
  return change && `${change.before.toFixed(3)} → ${change.after.toFixed(3)}`;
}
