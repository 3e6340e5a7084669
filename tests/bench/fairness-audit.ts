import { auditSelections, type SelectionColumns } from '../../shared/fairness/selection-audit.ts';
import { createRandom } from '../../shared/random.ts';
import { type Row, withGoal } from './detection-row.ts';
import { startTimes } from './fairness-times.ts';

const draws = 10_000;
/** Most seconds that figures and resampling of a million rows may take. */
const goal = { atMost: 5 };

/** The whole audit of a table in which people apply several times, two attributes and their crossing. */
export function auditRows(rows: number): Row[] {
  const columns = madeUpTable(rows);
  let told = 0;
  const stop = startTimes();
  auditSelections(columns, {
    random: createRandom(2),
    draws,
    onProgress: () => {
      told += 1;
    },
  });
  const { seconds: value, processor } = stop();
  const name = `audit of ${rows.toLocaleString('en')} rows, 3 tables`;
  return [
    withGoal(
      {
        name,
        value,
        unit: 's',
        note: `${draws} resamples of people a table, progress told ${told} times, processor ${processor.toFixed(2)} s`,
      },
      goal,
    ),
  ];
}

/** On average two and a half applications a person; one group is selected less often. */
function madeUpTable(rows: number): SelectionColumns {
  const random = createRandom(1);
  const people = Math.round(rows / 2.5);
  const groups = [
    ['man', 'non-binary', 'woman'],
    ['A', 'B', 'C', 'D'],
  ] as const;
  const ofPerson = groups.map((names) =>
    Int32Array.from({ length: people }, () => random.integer(names.length + 1) - 1),
  );
  const codes = Int32Array.from({ length: rows }, () => random.integer(people));
  return {
    attributes: groups.map((names, a) => ({
      name: `attribute ${a + 1}`,
      groups: [...names],
      codes: codes.map((person) => ofPerson[a]?.[person] ?? -1),
    })),
    selected: Uint8Array.from(codes, (person) =>
      random.next() < (ofPerson[0]?.[person] === 2 ? 0.08 : 0.1) ? 1 : 0,
    ),
    persons: { count: people, codes },
  };
}
