import { judgedOptions } from '../../../shared/edits/edit-options.ts';
import { insertOptions } from '../../../shared/edits/insert-options.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import { type Category, categorySchema, type Finding } from '../../../shared/protocol/finding.ts';
import type { Statement } from '../../../shared/protocol/sidecar.ts';

/** What an edit is about: the category of the wording that it mends, or an approved statement that it inserts. */
export const editKinds = [...categorySchema.options, 'statement'] as const;
export type EditKind = Category | 'statement';

/** A place of a text with every edit that the rules or the approved statements allow there. */
export interface KnownPlace {
  readonly kind: EditKind;
  readonly options: readonly Edit[];
}

/** More places than any posting has; it bounds the work that one request can ask for. */
const mostPlaces = 400;

/** Everything that rules and statements could do to a text, in text order. */
export function knownPlaces(
  text: string,
  findings: readonly Finding[],
  statements: readonly Statement[],
): KnownPlace[] {
  const spans = judgedOptions(text, findings).map(({ category, options }) => ({ kind: category, options }));
  const inserts = insertOptions(text, statements).map((edit) => ({
    kind: 'statement' as const,
    options: [edit],
  }));
  return [...spans, ...inserts]
    .filter(({ options }) => options.length > 0)
    .sort((a, b) => startOf(a) - startOf(b));
}

/** The kind of one edit; undefined for an edit that no rule and no approved statement makes. */
export function kindOfEdit(edit: Edit, places: readonly KnownPlace[]): EditKind | undefined {
  return places.find(({ options }) =>
    options.some(({ start, end, after }) => start === edit.start && end === edit.end && after === edit.after),
  )?.kind;
}

/**
 * The kinds of the edits that make `rewritten` of `original`; undefined where any character of it comes from elsewhere, such
 * as free text. So nothing that a writer thought of themselves can change what is answered.
 */
export function kindsOfRewrite(
  original: string,
  rewritten: string,
  places: readonly KnownPlace[],
): ReadonlySet<EditKind> | undefined {
  if (original === rewritten) return new Set();
  if (places.length > mostPlaces) return undefined;
  let readings: Reading[] = [{ read: 0, written: 0, kinds: new Set() }];
  for (const place of places) {
    readings = distinct(readings.flatMap((reading) => continueAt(place, reading, original, rewritten)));
  }
  return readings.find(({ read, written }) => original.slice(read) === rewritten.slice(written))?.kinds;
}

/** How far both texts agree: up to `read` of the original and `written` of the rewrite, with the edits so far. */
interface Reading {
  readonly read: number;
  readonly written: number;
  readonly kinds: ReadonlySet<EditKind>;
}

function continueAt(
  { kind, options }: KnownPlace,
  reading: Reading,
  original: string,
  rewritten: string,
): Reading[] {
  const upTo = (end: number): Reading | undefined => {
    const same = original.slice(reading.read, end);
    if (end < reading.read || !rewritten.startsWith(same, reading.written)) return undefined;
    return { ...reading, read: end, written: reading.written + same.length };
  };
  const edited = options.flatMap((edit): Reading[] => {
    const before = upTo(edit.start);
    if (before === undefined || !rewritten.startsWith(edit.after, before.written)) return [];
    const kinds = new Set([...reading.kinds, kind]);
    return [{ read: edit.end, written: before.written + edit.after.length, kinds }];
  });
  const kept = upTo(Math.max(reading.read, ...options.map(({ end }) => end)));
  return kept === undefined ? edited : [kept, ...edited];
}

/** Two ways to the same place are one; the first wins. */
function distinct(readings: readonly Reading[]): Reading[] {
  const byPlace = new Map<string, Reading>();
  for (const reading of readings) {
    const place = `${reading.read} ${reading.written}`;
    if (!byPlace.has(place)) byPlace.set(place, reading);
  }
  return [...byPlace.values()];
}

function startOf({ options }: KnownPlace): number {
  return Math.min(...options.map(({ start }) => start));
}
