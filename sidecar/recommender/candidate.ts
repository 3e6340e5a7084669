import type { QualifyingRecord } from '../qualification/qualification.ts';

/**
 * A candidate as the ranking sees one: text and columns, redacted beforehand (`qualification/redaction.ts`).
 * There is no field for an attribute, and no other way in.
 */
export interface RankedCandidate extends Omit<QualifyingRecord, 'externalId'> {
  readonly id: string;
}

/** The fields that are weighted apart. The headline is the recorded occupation, else the first line of the text. */
export interface Fields {
  readonly headline: string;
  readonly body: string;
}

const longestHeadline = 160;

/** Cuts a candidate's or a posting's text into its fields; a long first line is prose, not a headline. */
export function fieldsOf(text: string, occupation?: string): Fields {
  if (occupation !== undefined) return { headline: occupation, body: text };
  const trimmed = text.trimStart();
  const stop = trimmed.indexOf('\n');
  const first = stop < 0 ? trimmed : trimmed.slice(0, stop);
  if (first.length > longestHeadline) return { headline: '', body: trimmed };
  return { headline: first.trim(), body: stop < 0 ? '' : trimmed.slice(stop + 1) };
}
