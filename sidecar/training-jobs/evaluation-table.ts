import type { Evaluation } from '../../training/evaluation/record.ts';
import { alignColumns } from '../commands/align-columns.ts';
import { nothing, percent, probability } from '../reports/format.ts';

const three = (value: number) => value.toFixed(3);
const arrow = (before: number, after: number) => `${three(before)} → ${three(after)}`;
const signedPercent = (value: number | null) =>
  value === null ? nothing : `${value > 0 ? '+' : ''}${(100 * value).toFixed(0)} %`;

/** The design's table for a terminal: one block an attribute, one line a method, then power and what was left out. */
export function evaluationTable(evaluation: Evaluation): string {
  const { folds, methods, power, notMeasured } = evaluation;
  const attributes = [...new Set(methods.map(({ attribute }) => attribute))];
  const blocks = attributes.flatMap((attribute) => {
    const rows = methods.filter((row) => row.attribute === attribute);
    if (rows.every(({ postings }) => postings === 0))
      return ['', `${attribute}: not enough data on any unseen posting.`];
    const strength = power.find((one) => one.attribute === attribute);
    return [
      '',
      `${attribute}: ${rows[0]?.postings ?? 0} unseen postings measured on ${folds.candidates.report} report candidates`,
      ...alignColumns([
        [
          'method',
          'excess gap',
          'change',
          '95 % interval',
          'signed gap',
          'gap',
          'chance',
          'M',
          'M0',
          'relevance',
          'edits',
          'p',
          'p (Holm)',
        ],
        ...rows.map((row) => [
          row.method,
          arrow(row.excessGap.before, row.excessGap.after),
          signedPercent(row.excessGap.relativeChange),
          row.excessGap.interval === null
            ? nothing
            : `${signedPercent(row.excessGap.interval.lower)} to ${signedPercent(row.excessGap.interval.upper)}`,
          arrow(row.signedGap.before, row.signedGap.after),
          arrow(row.gap.before, row.gap.after),
          three(row.gap.nullMean),
          `${percent(row.diversityMatchRate.before)} → ${percent(row.diversityMatchRate.after)}`,
          percent(row.diversityMatchRate.m0),
          arrow(row.relevance.before, row.relevance.after),
          row.edits.toFixed(1),
          probability(row.p),
          probability(row.pHolm),
        ]),
      ]),
      strength?.enough
        ? `A fall of the excess gap by 40 % would be found with probability ${strength.power.toFixed(2)}.`
        : `Not enough data: a fall of the excess gap by 40 % would be found with probability ${(strength?.power ?? 0).toFixed(2)} only.`,
    ];
  });
  return [
    `${evaluation.synthetic ? 'Simulated, on synthetic data. ' : ''}Measured on ${evaluation.recommender}, not on a job board.`,
    `${evaluation.candidates} candidates (${folds.candidates.optimise} optimise, ${folds.candidates.select} select, ${folds.candidates.report} report); ${evaluation.postings} postings (${folds.postings.training} training, ${folds.postings.unseen} unseen).`,
    ...blocks,
    ...notMeasured.map(
      ({ attribute, reason, postings }) => `Not measured for ${attribute}, ${postings} postings: ${reason}.`,
    ),
    '',
  ].join('\n');
}
