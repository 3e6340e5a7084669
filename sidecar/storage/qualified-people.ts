import { z } from 'zod';
import type { Qualification } from '../../training/recommender.ts';
import type { CandidateTable } from './candidates.ts';
import type { Database } from './database.ts';
import { createMadeOfPool, numbersIn } from './made-of-pool.ts';
import { parseJson } from './parse-json.ts';

/** Who is in the pool and what was read of their qualification, in the order of import, without a text. */
export interface QualifiedPeople {
  /** The state that the pool is in with them. */
  readonly state: string;
  readonly ids: readonly string[];
  /** Aligned with `ids`; people of equal qualifications share their sets. */
  readonly qualifications: readonly Qualification[];
}

/**
 * Qualifications as arrays. What several people have alike, such as their skills, is one list: a run of `names`, numbered
 * from `offsets[list]` to `offsets[list + 1]` in `members`.
 */
interface PackedQualifications {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
  /** Three lists a person: occupations, skills, licences. */
  readonly lists: Uint32Array;
  /** NaN for somebody of whom they are not known. */
  readonly years: Float64Array;
}

const parts = ['ids', 'names', 'offsets', 'members', 'lists', 'years'] as const;
const stringsSchema = z.array(z.string());

/** Reads everybody at once: from the rows, or a tenth of that time later on from what was kept of this state of the pool. */
export function createQualifiedPeople(
  database: Database,
  { state, qualifications }: Pick<CandidateTable, 'state' | 'qualifications'>,
): () => QualifiedPeople {
  const kept = createMadeOfPool(database, 'qualifications', parts, state);
  // One transaction, so that rows and state belong together.
  const look = database.transaction(() => {
    const now = state();
    const bytes = kept.read(now);
    const packed = bytes && readPacked(bytes);
    return { now, packed: packed ?? pack(qualifications()), isNew: packed === undefined };
  });
  return () => {
    const { now, packed, isNew } = look();
    if (isNew) kept.write(now, asBytes(packed));
    return { state: now, ids: packed.ids, qualifications: unpack(packed) };
  };
}

/** Numbers values in the order in which they come. */
function createNumbering(): { readonly values: string[]; numberOf(value: string): number } {
  const numbers = new Map<string, number>();
  const values: string[] = [];
  return {
    values,
    numberOf(value) {
      const known = numbers.get(value) ?? values.length;
      if (known === values.length) {
        numbers.set(value, known);
        values.push(value);
      }
      return known;
    },
  };
}

function pack(people: ReturnType<CandidateTable['qualifications']>): PackedQualifications {
  const names = createNumbering();
  const distinct = createNumbering();
  const listOf = (labels: readonly string[]) => distinct.numberOf(labels.map(names.numberOf).join());
  const ids: string[] = [];
  const lists: number[] = [];
  const years: number[] = [];
  for (const { externalId, qualification } of people) {
    ids.push(externalId);
    const { occupations, skills, licences } = qualification;
    lists.push(listOf(occupations), listOf(skills), listOf(licences));
    years.push(qualification.years ?? Number.NaN);
  }
  const members = distinct.values.map((list) => (list === '' ? [] : list.split(',').map(Number)));
  const offsets = new Uint32Array(members.length + 1);
  members.forEach((list, at) => {
    offsets[at + 1] = (offsets[at] ?? 0) + list.length;
  });
  return {
    ids,
    names: names.values,
    offsets,
    members: Uint32Array.from(members.flat()),
    lists: Uint32Array.from(lists),
    years: Float64Array.from(years),
  };
}

function unpack({ names, offsets, members, lists, years }: PackedQualifications): Qualification[] {
  const sets = Array.from(
    { length: offsets.length - 1 },
    (_, list) =>
      new Set(Array.from(members.subarray(offsets[list], offsets[list + 1]), (name) => names[name] ?? '')),
  );
  const none = new Set<string>();
  const setAt = (place: number) => sets[lists[place] ?? 0] ?? none;
  return Array.from(years, (known, person) => ({
    occupations: setAt(3 * person),
    skills: setAt(3 * person + 1),
    licences: setAt(3 * person + 2),
    ...(Number.isNaN(known) ? {} : { years: known }),
  }));
}

function asBytes({ ids, names, ...arrays }: PackedQualifications) {
  const json = (strings: readonly string[]) => Buffer.from(JSON.stringify(strings));
  return { ...arrays, ids: json(ids), names: json(names) };
}

/** undefined where the arrays do not belong together: they are then made again. */
function readPacked(
  bytes: Readonly<Record<(typeof parts)[number], Buffer>>,
): PackedQualifications | undefined {
  const ids = stringsSchema.safeParse(parseJson(bytes.ids.toString()));
  const names = stringsSchema.safeParse(parseJson(bytes.names.toString()));
  if (!ids.success || !names.success) return undefined;
  const packed = {
    ids: ids.data,
    names: names.data,
    offsets: new Uint32Array(numbersIn(bytes.offsets, Uint32Array)),
    members: new Uint32Array(numbersIn(bytes.members, Uint32Array)),
    lists: new Uint32Array(numbersIn(bytes.lists, Uint32Array)),
    years: new Float64Array(numbersIn(bytes.years, Float64Array)),
  };
  const people = packed.ids.length;
  const whole =
    packed.offsets.at(-1) === packed.members.length &&
    packed.members.every((name) => name < packed.names.length) &&
    packed.lists.length === 3 * people &&
    packed.lists.every((list) => list + 1 < packed.offsets.length) &&
    packed.years.length === people;
  return whole ? packed : undefined;
}
