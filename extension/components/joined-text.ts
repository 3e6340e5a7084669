import type { Edit } from '../../shared/protocol/edit.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { FieldPlace, PageField } from './posting-view.ts';

/** Between two fields; the same as between the parts of a posting's text. */
const separator = '\n\n';

interface JoinedPart extends FieldPlace {
  /** Offsets in the joined text, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Several fields as one text, so that a rewrite sees the whole posting. Offsets are UTF-16 code units. */
export interface JoinedText {
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly parts: readonly JoinedPart[];
}

export function joinFields(fields: readonly PageField[]): JoinedText {
  const parts: JoinedPart[] = [];
  const findings: Finding[] = [];
  let text = '';
  for (const { fieldId, frameId, revision, text: fieldText, check } of fields) {
    if (parts.length > 0) text += separator;
    const start = text.length;
    text += fieldText;
    parts.push({ fieldId, frameId, revision, start, end: text.length });
    findings.push(...check.findings.filter((f) => f.end > 0).map((f) => shift(f, start)));
  }
  return { text, findings, parts };
}

export interface FieldEdits {
  readonly place: FieldPlace;
  readonly edits: readonly Edit[];
}

/** Gives every edit of the joined text back to its field. `unplaced` are those that stand in no single field. */
export function splitEdits(
  joined: JoinedText,
  edits: readonly Edit[],
): { fields: FieldEdits[]; unplaced: Edit[] } {
  const unplaced = edits.filter((edit) => !joined.parts.some((part) => holds(part, edit)));
  const fields = joined.parts
    .map((part) => ({
      place: { fieldId: part.fieldId, frameId: part.frameId, revision: part.revision },
      edits: edits.filter((edit) => holds(part, edit)).map((edit) => shift(edit, -part.start)),
    }))
    .filter((field) => field.edits.length > 0);
  return { fields, unplaced };
}

function holds(part: JoinedPart, edit: Edit): boolean {
  return edit.start >= part.start && edit.end <= part.end;
}

function shift<T extends { start: number; end: number }>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}
