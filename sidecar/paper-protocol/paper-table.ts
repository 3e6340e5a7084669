import { publishedFigures } from '../../training/paper-protocol/published-figures.ts';
import type { PaperEvaluation, PaperRow } from '../../training/paper-protocol/record.ts';
import { alignColumns } from '../commands/align-columns.ts';
import { decimals, percent, probability, ratio } from '../reports/format.ts';
import { changeWithInterval, meanAndDeviation } from './paper-format.ts';

/** The paper's table for a terminal: one block an encoder, then our measures, the change audit and the published figures. */
export function paperTable(evaluation: PaperEvaluation): string {
  const { postings, candidates, k, selected, encoders, targets, absent } = evaluation;
  return [
    `${evaluation.synthetic ? 'Simulated, on synthetic data. ' : ''}The paper's protocol, chosen on one part of the candidates and read on another, not on a job board.`,
    `${postings.given} postings (${postings.distinct} distinct; ${postings.unseen} unseen are read); ${candidates.all} candidates (${candidates.report} in the report part); list of ${k}, the first ${selected} count as selected.`,
    ...targets.map(
      ({ attribute, from, groups }) =>
        `Target of q for ${attribute}: ${from} (${groups.map(({ group, share }) => `${group} ${ratio(share)}`).join(', ')}).`,
    ),
    ...encoders.flatMap(({ name, searched }) => [
      '',
      `${name} (${searched ? 'searched on other candidates' : 'never searched'})`,
      ...encoderBlock(evaluation.rows.filter((row) => row.encoder === name)),
    ]),
    '',
    'By the measures of this program, same rewrites, encoder that was searched',
    ...correctedBlock(evaluation),
    '',
    'Change audit, all unseen postings',
    ...auditBlock(evaluation),
    ...absent.map(({ method, why }) => `Not run: ${method}: ${why}.`),
    '',
    ...publishedBlock(),
    '',
  ].join('\n');
}

function encoderBlock(rows: readonly PaperRow[]): string[] {
  const groups = rows[0]?.impactRatios.flatMap(({ groups }) => groups.map(({ group }) => group)) ?? [];
  return alignColumns([
    [
      'method',
      'q as published',
      'q corrected',
      'change of it',
      ...groups.flatMap((group) => [`IR ${group}`, 'by chance']),
      'lowest IR < .8',
      'by chance',
    ],
    ...rows.map((row) => [
      row.method,
      meanAndDeviation(row.publishedQ.mean, row.publishedQ.sd),
      meanAndDeviation(row.correctedQ.mean, row.correctedQ.sd),
      changeWithInterval(row.correctedQ),
      ...row.impactRatios.flatMap(({ groups }) =>
        groups.flatMap((group) => [
          meanAndDeviation(group.mean, group.sd),
          meanAndDeviation(group.null?.mean ?? null, group.null?.sd ?? null),
        ]),
      ),
      row.impactRatios.map(({ belowFourFifths }) => percent(belowFourFifths.observed)).join(' '),
      row.impactRatios.map(({ belowFourFifths }) => percent(belowFourFifths.null)).join(' '),
    ]),
  ]);
}

function correctedBlock({ corrected }: PaperEvaluation): string[] {
  if (corrected.every(({ postings }) => postings === 0)) return ['Not enough data on any unseen posting.'];
  return alignColumns([
    ['method', 'attribute', 'postings', 'excess gap', 'gap', 'by chance', 'relevance', 'p'],
    ...corrected.map((row) => [
      row.method,
      row.attribute,
      String(row.postings),
      `${decimals(row.excessGap.before)} → ${decimals(row.excessGap.after)}`,
      `${decimals(row.gap.before)} → ${decimals(row.gap.after)}`,
      decimals(row.gap.nullMean),
      `${decimals(row.relevance.before)} → ${decimals(row.relevance.after)}`,
      probability(row.p),
    ]),
  ]);
}

function auditBlock({ audits }: PaperEvaluation): string[] {
  return alignColumns([
    [
      'method',
      'edits',
      'facts broken',
      'links changed',
      'grammar errors',
      'new findings',
      'length',
      'words kept',
    ],
    ...audits.map((audit) => [
      audit.method,
      String(audit.edits),
      String(audit.factsBroken),
      String(audit.addressesChanged),
      audit.grammarErrors === null ? 'harper.js is missing' : String(audit.grammarErrors),
      String(audit.newFindings),
      percent(audit.lengthChange),
      percent(audit.copyRate),
    ]),
  ]);
}

function publishedBlock(): string[] {
  const { note, q, impactRatio, changes } = publishedFigures;
  return [
    `For the record, ${note}:`,
    ...q.map(({ method, mean, sd }) => `  q as published: ${method} ${mean} ± ${sd}`),
    ...impactRatio.map(({ group, mean, sd }) => `  IR ${group}: ${mean} ± ${sd}, for every method`),
    `  ${changes.labelled} changes labelled by hand: ${percent(changes.meaningful)} meaningful, ${percent(changes.entityErrors)} entity errors, ${percent(changes.syntaxErrors)} syntax errors, ${percent(changes.brokenLinks)} broken links`,
  ];
}
