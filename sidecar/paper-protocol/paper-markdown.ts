import { publishedFigures } from '../../training/paper-protocol/published-figures.ts';
import type { ChangeAudit, PaperEvaluation, PaperRow } from '../../training/paper-protocol/record.ts';
import { percent } from '../reports/format.ts';
import { changeWithInterval, meanAndDeviation } from './paper-format.ts';

/** A column: its heading, its cell in a method's row, in the row of chance and in those of the paper. */
interface Column {
  readonly heading: string;
  readonly cell: (method: MethodRows) => string;
  readonly chance?: string;
  readonly published?: readonly [refined: string, baselines: string];
}
interface MethodRows {
  readonly audit: ChangeAudit;
  readonly rows: readonly PaperRow[];
}

/**
 * The table of docs/paper.md: one row a method with both forms of q by every encoder, the impact ratios of the encoder that was
 * searched, and the change audit; then what chance gives, and what others published on other data.
 */
export function paperMarkdown(evaluation: PaperEvaluation): string {
  const columns = [
    ...evaluation.encoders.flatMap((_, encoder) => qColumns(evaluation, encoder)),
    ...impactRatioColumns(evaluation),
    ...auditColumns(),
  ];
  const methods = evaluation.audits.map((audit) => ({
    audit,
    rows: evaluation.rows.filter(({ method }) => method === audit.method),
  }));
  const [refined, baselines] = publishedFigures.q;
  const published = (place: 0 | 1) => columns.map((column) => column.published?.[place] ?? '');
  return [
    ['method', ...columns.map(({ heading }) => heading)],
    ['---', ...columns.map(() => '---')],
    ...methods.map((method) => [method.audit.method, ...columns.map(({ cell }) => cell(method))]),
    ['by chance (lists in random order)', ...columns.map(({ chance }) => chance ?? '')],
    [`*published on other data:* ${refined.method}`, ...published(0)],
    [`*published on other data:* ${baselines.method}`, ...published(1)],
  ]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
}

/** `hybrid` of `hybrid (lexical + dense)`: what it is made of is too long for a heading. */
function kindOf(encoder: PaperEvaluation['encoders'][number] | undefined): string {
  return encoder?.name.split(' (', 1)[0] ?? '';
}

/** Both forms of q; the published one is left out where the two are equal, as with two groups and a target of one half. */
function qColumns({ encoders, rows }: PaperEvaluation, encoder: number): Column[] {
  const name = kindOf(encoders[encoder]);
  const of = ({ rows }: MethodRows) => rows[encoder];
  const q = (form: 'publishedQ' | 'correctedQ') => (method: MethodRows) => {
    const { mean = null, sd = null } = of(method)?.[form] ?? {};
    return meanAndDeviation(mean, sd);
  };
  const differ = rows.some((row) => Math.abs(row.publishedQ.mean - row.correctedQ.mean) > 1e-9);
  const figures = publishedFigures.q.map(({ mean, sd }) => `${mean} ± ${sd}`);
  const published = encoder === 0 ? { published: [figures[0] ?? '', figures[1] ?? ''] as const } : {};
  const change = (method: MethodRows) => {
    const row = of(method);
    return row === undefined ? '' : changeWithInterval(row.correctedQ);
  };
  return [
    ...(differ ? [{ heading: `q as published, ${name}`, cell: q('publishedQ'), ...published }] : []),
    {
      heading: `q${differ ? ' corrected' : ''}, ${name}`,
      cell: q('correctedQ'),
      ...(differ ? {} : published),
    },
    { heading: 'change of it', cell: change },
  ];
}

function impactRatioColumns({ rows, encoders }: PaperEvaluation): Column[] {
  const searched = kindOf(encoders[0]);
  return (rows[0]?.impactRatios ?? []).flatMap(({ attribute, groups, belowFourFifths }, a): Column[] => [
    ...groups.map(({ group, null: chance }, g) => {
      const published = publishedFigures.impactRatio.find((one) => one.group === group);
      const figure = published === undefined ? '' : `${published.mean} ± ${published.sd}`;
      return {
        heading: `IR ${group}, ${searched}`,
        cell: ({ rows }: MethodRows) => {
          const { mean = null, sd = null } = rows[0]?.impactRatios[a]?.groups[g] ?? {};
          return meanAndDeviation(mean, sd);
        },
        chance: meanAndDeviation(chance?.mean ?? null, chance?.sd ?? null),
        published: [figure, figure] as const,
      };
    }),
    {
      heading: `lowest IR of ${attribute} < .8`,
      cell: ({ rows }) => percent(rows[0]?.impactRatios[a]?.belowFourFifths.observed ?? 0),
      chance: percent(belowFourFifths.null),
    },
  ]);
}

function auditColumns(): Column[] {
  const { labelled, entityErrors, syntaxErrors, brokenLinks } = publishedFigures.changes;
  const column = (heading: string, cell: (audit: ChangeAudit) => string, published?: string): Column => ({
    heading,
    cell: ({ audit }) => cell(audit),
    ...(published === undefined ? {} : { published: [published, ''] as const }),
  });
  return [
    column('edits', ({ edits }) => String(edits), `${labelled} labelled`),
    column(
      'facts broken',
      ({ factsBroken }) => String(factsBroken),
      `${percent(entityErrors)} entity errors`,
    ),
    column('links changed', ({ addressesChanged }) => String(addressesChanged), percent(brokenLinks)),
    column(
      'grammar errors',
      ({ grammarErrors }) => String(grammarErrors ?? 'no checker'),
      percent(syntaxErrors),
    ),
    column('new findings', ({ newFindings }) => String(newFindings)),
    column('length', ({ lengthChange }) => percent(lengthChange)),
    column('words kept', ({ copyRate }) => percent(copyRate)),
  ];
}
