import type { CurvePoint } from '../../training/language-model/training-record.ts';
import { type KeptModel, listModels, type ModelStore } from '../training-jobs/deployed-models.ts';
import type { ComparisonState } from '../training-jobs/judge-comparison.ts';
import type { ModelTrainingResult } from '../training-jobs/keep-model.ts';

/** One line a round, with the time it may still take. */
export function describeRound(point: CurvePoint, rounds: number, minutes: number): string {
  const left = (minutes / point.round) * (rounds - point.round);
  const parts = [
    `round ${point.round}/${rounds} (${point.phase})`,
    `reward ${point.meanReward.toFixed(3)}, best ${point.bestReward.toFixed(3)}`,
    `select ${point.select.toFixed(3)}`,
    ...(point.loss === undefined ? [] : [`loss ${point.loss.toFixed(3)}`]),
    ...(point.divergence === undefined ? [] : [`divergence ${point.divergence.toFixed(3)}`]),
    `${minutes.toFixed(1)} min, at most ${left.toFixed(0)} min left`,
  ];
  return parts.join('; ');
}

/** What a run found and what became of its model; `file` where it was trained without Ollama. */
export function describeModelTraining(
  { record, card, promoted, verdict }: ModelTrainingResult,
  file: string | undefined,
): string {
  const { report, policy } = record;
  const interval = ({ lower, upper }: typeof report.interval) => `${lower.toFixed(3)} to ${upper.toFixed(3)}`;
  return [
    `Reward on ${record.tasks.report} sentences of unseen postings: ${report.base.toFixed(3)} before, ${report.tuned.toFixed(3)} after (difference ${report.difference.toFixed(3)}, 95 % ${interval(report.interval)}).`,
    `The policy, without a language model: ${policy.mean.toFixed(3)} (difference ${policy.difference.toFixed(3)}, 95 % ${interval(policy.interval)}).`,
    verdict,
    ...(card === undefined ? [] : [whatBecameOf(card.name, promoted, file)]),
    '',
  ].join('\n');
}

function whatBecameOf(name: string, promoted: boolean, file: string | undefined): string {
  if (file !== undefined)
    return `${name} is written to ${file}. Its answers were those of the float model in this process, so it is not put in force.`;
  return promoted
    ? `${name} rewrites from now on; --roll-back withdraws it.`
    : `${name} is kept and answers where it is named.`;
}

/** The trained models, a line each, with what a blind comparison said. */
export function describeModels(models: ModelStore, json: boolean): string {
  const rows = listModels(models);
  if (json) return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (rows.length === 0) return 'No model was trained yet.\n';
  const bytes = rows.reduce((sum, { card, kept }) => sum + (kept ? card.bytes : 0), 0);
  return [...rows.map(describeModel), `${megabytes(bytes)} in all.\n`].join('');
}

function describeModel({ card, inForce, kept, comparison }: KeptModel): string {
  const { base, tuned } = card.record.report;
  const parts = [
    card.name,
    `from ${card.base}`,
    `${base.toFixed(3)} → ${tuned.toFixed(3)}`,
    kept ? megabytes(card.bytes) : 'deleted',
    ...(inForce ? ['in force'] : []),
    ...(comparison ? [describeComparison(comparison)] : []),
  ];
  return `${parts.join('  ')}\n`;
}

const describeComparison = ({ pairs, open, result }: ComparisonState) =>
  result?.verdict ?? `compared blind: ${pairs - open} of ${pairs} answered`;

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;
