import type { Check } from '../../shared/protocol/check.ts';
import type { Finding, Severity } from '../../shared/protocol/finding.ts';
import { severities } from '../../shared/protocol/finding.ts';
import type { Posting } from '../../shared/protocol/posting.ts';
import type { PageState } from '../messages.ts';

/** A field of the posting form together with the frame it stands in. */
export type PageField = PageState['fields'][number];

/** Where a finding stands; absent when it is about the posting as a whole. */
export interface FieldPlace {
  readonly fieldId: string;
  readonly frameId: number;
  readonly revision: number;
}

export interface PlacedFinding {
  /** Stable among the findings of one state, for React and for dismissals. */
  readonly key: string;
  readonly finding: Finding;
  readonly place?: FieldPlace;
}

/** The findings of a whole posting, sorted into the sections of the panel. Every finding is in exactly one. */
export interface PostingView {
  readonly groups: readonly { readonly severity: Severity; readonly items: readonly PlacedFinding[] }[];
  readonly questions: readonly PlacedFinding[];
  readonly legal: readonly PlacedFinding[];
  readonly notes: readonly PlacedFinding[];
}

const proseRoles = ['title', 'body', 'section'] as const;

/** The fields whose text is prose to rewrite: English, and not a pay, location or type control. */
export function proseFields(fields: readonly PageField[]): PageField[] {
  return proseRoles.flatMap((role) => fields.filter((field) => field.role === role && field.english));
}

/** The form as one posting, for the rules that need all of it. */
export function postingOf(fields: readonly PageField[], id: string): Posting {
  const first = (role: PageField['role']) => fields.find((field) => field.role === role && field.text)?.text;
  const pay = first('pay');
  const location = first('location');
  const employmentType = first('employment-type');
  return {
    id,
    title: first('title') ?? '',
    sections: fields
      .filter((field) => (field.role === 'body' || field.role === 'section') && field.english)
      .map((field) => ({ ...(field.label ? { heading: field.label } : {}), text: field.text })),
    ...(pay ? { pay } : {}),
    ...(location ? { location } : {}),
    ...(employmentType ? { employmentType } : {}),
  };
}

/** Whether a finding is about the whole text rather than a place in it. */
function isDocumentFinding(finding: Finding): boolean {
  return finding.start === 0 && finding.end === 0;
}

/** Findings at places come from the fields, those about the whole from `posting`, the check of all fields together. */
export function placedFindings(fields: readonly PageField[], posting: Check): PlacedFinding[] {
  const inFields = fields.flatMap((field) =>
    field.check.findings
      .filter((finding) => !isDocumentFinding(finding))
      .map((finding) => ({
        key: `${field.frameId}/${field.fieldId}/${finding.start}/${finding.ruleId}`,
        finding,
        place: { fieldId: field.fieldId, frameId: field.frameId, revision: field.revision },
      })),
  );
  return [...inFields, ...documentFindings(posting)];
}

function documentFindings(check: Check): PlacedFinding[] {
  return check.findings
    .filter(isDocumentFinding)
    .map((finding) => ({ key: `posting/${finding.ruleId}/${finding.message}`, finding }));
}

/** The findings of one text without a form around it. */
export function textFindings(check: Check): PlacedFinding[] {
  const inText = check.findings
    .filter((finding) => !isDocumentFinding(finding))
    .map((finding) => ({
      key: `${finding.start}/${finding.ruleId}`,
      finding,
      place: { fieldId: 'text', frameId: 0, revision: 0 },
    }));
  return [...inText, ...documentFindings(check)];
}

/** Sorts findings into sections; the gravest group first, document order inside a group. */
export function postingView(findings: readonly PlacedFinding[]): PostingView {
  const inSection = (name: Section) => findings.filter(({ finding }) => sectionOf(finding) === name);
  const marked = inSection('findings');
  const groups = [...severities]
    .reverse()
    .map((severity) => ({ severity, items: marked.filter((item) => item.finding.severity === severity) }))
    .filter((group) => group.items.length > 0);
  return {
    groups,
    questions: inSection('questions'),
    legal: inSection('legal'),
    notes: inSection('notes'),
  };
}

/** How many items each section of the panel shows, in its order; notes are not counted. */
export function countsOf({ groups, questions, legal }: PostingView) {
  return {
    findings: groups.reduce((sum, { items }) => sum + items.length, 0),
    questions: questions.length,
    legal: legal.length,
  };
}

type Section = 'questions' | 'legal' | 'notes' | 'findings';

function sectionOf(finding: Finding): Section {
  if (finding.requirementQuestion) return 'questions';
  if (finding.category === 'legal') return 'legal';
  return finding.polarity === 'excludes' ? 'findings' : 'notes';
}
