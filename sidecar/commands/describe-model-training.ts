import type { CurvePoint } from '../../training/language-model/training-record.ts';
import { listModels, type ModelStore } from '../training-jobs/deployed-models.ts';
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

/** The trained models, a line each. */
export function describeModels(models: ModelStore, json: boolean): string {
  const rows = listModels(models);
  if (json) return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  if (rows.length === 0) return 'No model was trained yet.\n';
  return rows
    .map(({ card, inForce, kept }) => {
      const state = inForce ? 'in force' : kept ? `${(card.bytes / 1e6).toFixed(0)} MB` : 'deleted';
      return `${card.name}  from ${card.base}  ${card.record.report.base.toFixed(3)} → ${card.record.report.tuned.toFixed(3)}  ${state}\n`;
    })
    .join('');
}
