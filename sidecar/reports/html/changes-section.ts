import type { ChangesSection, ReportData } from '../../../shared/protocol/report.ts';
import { categoryWord, count, nothing, plural, probability, ratio } from '../format.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import { texts } from '../texts.ts';
import { dataTable } from './table.ts';

const words = texts.changes;

export function changesSection({ changes }: ReportData): Markup {
  const { edits, refused, policies, rewrittenPostings } = changes;
  if (rewrittenPostings + edits.length + refused.length + policies.length === 0) {
    return html`<p>${words.none}</p>`;
  }
  return html`<p>${words.intro} ${words.rewritten(plural(rewrittenPostings, 'posting'))}</p>
${edits.length === 0 ? '' : editTable(edits)}
${
  refused.length === 0
    ? ''
    : dataTable(
        words.refusedCaption,
        [{ heading: words.fact }, { heading: words.count, figure: true }],
        refused.map((one) => ({ cells: [one.fact, count(one.count)] })),
      )
}
${policies.length === 0 ? html`<p>${words.noPolicies}</p>` : policyTable(policies)}`;
}

function editTable(edits: ChangesSection['edits']): Markup {
  return dataTable(
    words.editsCaption,
    [
      { heading: words.category },
      { heading: words.source },
      { heading: words.accepted, figure: true },
      { heading: words.rejected, figure: true },
      { heading: words.ignored, figure: true },
      { heading: words.wrong, figure: true },
    ],
    edits.map((row) => ({
      cells: [
        categoryWord(row.category),
        words.sources[row.source] ?? row.source,
        count(row.accepted),
        count(row.rejected),
        count(row.ignored),
        count(row.wrong),
      ],
    })),
  );
}

function policyTable(policies: ChangesSection['policies']): Markup {
  const pair = (values: { before: number; after: number } | null, digits: number) =>
    values === null ? nothing : `${values.before.toFixed(digits)} / ${values.after.toFixed(digits)}`;
  return dataTable(
    words.policiesCaption,
    [
      { heading: words.policy },
      { heading: words.on },
      { heading: words.withdrawn },
      { heading: words.excess, figure: true },
      { heading: words.relevance, figure: true },
      { heading: words.p, figure: true },
    ],
    policies.map((policy) => ({
      cells: [
        policy.synthetic ? `${policy.policyId} (${words.simulated})` : policy.policyId,
        policy.on,
        policy.withdrawnOn ?? nothing,
        pair(policy.excessGap, 3),
        policy.relevance === null
          ? nothing
          : `${ratio(policy.relevance.before)} / ${ratio(policy.relevance.after)}`,
        probability(policy.p),
      ],
    })),
  );
}
