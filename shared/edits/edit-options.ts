import type { Edit, RefusedEdit } from '../protocol/edit.ts';
import type { Category, Finding } from '../protocol/finding.ts';
import { compareSeverity, isMendable } from '../protocol/finding.ts';
import { overlap } from './apply-edits.ts';
import { deleteSpan } from './delete-span.ts';
import { brokenFact } from './fact-guard.ts';
import { fitToPlace } from './fit-to-place.ts';
import { changesKnownPerson } from './known-person.ts';
import { changesPeopleServed } from './people-served.ts';
import { fitsSentence } from './sentence-fit.ts';
import { joinsSeveralPeople } from './several-people.ts';
import { changesStatedLeave } from './stated-leave.ts';

/** The legal curated actions on one marked span; keeping the span is always possible and is not listed. */
export interface EditOption {
  /** The span of the finding in the original text. */
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly ruleId: string;
  readonly category: Category;
  /**
   * Best first. An edit may be wider than the span (an article before it, a comma after it), but edits of different
   * options never overlap, so any choice of one a span can be applied together.
   */
  readonly options: readonly Edit[];
}

/** An option with what the fact guard refused beside it. */
export interface JudgedOption extends EditOption {
  readonly refused: readonly RefusedEdit[];
}

/** Marked findings that an edit may mend, overlaps resolved: the more severe stays, then the longer, then the earlier. */
function editableFindings(findings: readonly Finding[]): Finding[] {
  const byWeight = findings
    .filter(isMendable)
    .sort(
      (a, b) =>
        compareSeverity(b.severity, a.severity) || b.end - b.start - (a.end - a.start) || a.start - b.start,
    );
  const kept: Finding[] = [];
  for (const finding of byWeight) if (!kept.some((other) => overlap(finding, other))) kept.push(finding);
  return kept.sort((a, b) => a.start - b.start);
}

function suggestedEdit(text: string, finding: Finding, suggestion: string): Edit | undefined {
  if (suggestion !== '') return fitToPlace(text, finding.start, finding.end, suggestion, finding.ruleId);
  const deletion = deleteSpan(text, finding.start, finding.end, finding.ruleId);
  return deletion && fitToPlace(text, deletion.start, deletion.end, deletion.after, finding.ruleId, 'delete');
}

/** Whether nothing that can be told from the words around speaks against the edit. */
function fitsPlace(text: string, edit: Edit): boolean {
  const changesFact = [changesKnownPerson, changesStatedLeave, changesPeopleServed, joinsSeveralPeople];
  return fitsSentence(text, edit) && !changesFact.some((changes) => changes(text, edit));
}

/** Every span with its legal options and with the edits that the fact guard refused. */
export function judgedOptions(text: string, findings: readonly Finding[]): JudgedOption[] {
  const spans = editableFindings(findings);
  const judged: JudgedOption[] = [];
  let claimed = 0;
  for (const [index, finding] of spans.entries()) {
    const nextStart = spans[index + 1]?.start ?? text.length;
    const options: Edit[] = [];
    const refused: RefusedEdit[] = [];
    for (const suggestion of new Set(finding.suggestions)) {
      const edit = suggestedEdit(text, finding, suggestion);
      if (!edit || edit.start < claimed || edit.end > nextStart || edit.before === edit.after) continue;
      const fact = brokenFact(text, edit);
      if (fact) refused.push({ edit, fact });
      else if (fitsPlace(text, edit)) options.push(edit);
    }
    claimed = Math.max(finding.end, ...options.map((edit) => edit.end));
    judged.push({
      start: finding.start,
      end: finding.end,
      before: text.slice(finding.start, finding.end),
      ruleId: finding.ruleId,
      category: finding.category,
      options,
      refused,
    });
  }
  return judged;
}

/**
 * The curated actions of each marked span, in text order, fact guard applied: each suggestion of the rule that fits its sentence, and
 * deletion where the rule allows it and the sentence stays grammatical. Requirement questions have none. Spans without a legal
 * action are left out.
 */
export function editOptions(text: string, findings: readonly Finding[]): EditOption[] {
  return judgedOptions(text, findings)
    .filter(({ options }) => options.length > 0)
    .map(({ refused: _, ...option }) => option);
}
