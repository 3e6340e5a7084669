import { parseArgs } from 'node:util';
import { runSections, type Section } from './bench-sections.ts';
import { printRows, type Row } from './detection-row.ts';
import { calibrationRows } from './policy-calibration.ts';
import { ceilingRows } from './policy-ceiling.ts';
import { encoderRows } from './policy-encoder.ts';
import { plantedRows } from './policy-planted.ts';
import { realRows } from './policy-real.ts';
import { speedRows } from './policy-speed.ts';
import { styleRows } from './policy-style.ts';

interface Settings {
  readonly quick: boolean;
  readonly seeds: readonly number[];
  readonly signal: AbortSignal;
  /** One line on the standard error. */
  readonly say: (line: string) => void;
}

/** Rows of a section, or why it was skipped. */
const sections: Readonly<Record<string, (settings: Settings) => Promise<Row[] | string>>> = {
  calibration: ({ quick, say }) => calibrationRows(quick ? 10 : 200, say),
  planted: ({ quick, seeds, say }) =>
    plantedRows({ seeds, candidates: quick ? 6000 : 10_000, postings: quick ? 50 : 300, say }),
  style: ({ quick, seeds, say }) => styleRows({ seeds, postings: quick ? 40 : 300, say }),
  ceiling: ({ quick, seeds, say }) => ceilingRows({ seeds, postings: quick ? 40 : 110, say }),
  speed: ({ quick }) => speedRows(quick ? 3000 : 10_000),
  real: ({ seeds, say }) => realRows({ seeds, say }),
  encoder: ({ seeds, signal, say }) => encoderRows({ seeds, signal, say }),
};

/**
 * `npm run bench:policy -- [--quick] [--json] [--seeds 5] [--only planted,real,…]`: calibration, planted bias, a planted
 * attribute on real text and how much of it any wording could remove, speed, real text, and real text with a second encoder,
 * against the goals. Progress goes to the standard error.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    seeds: { type: 'string' },
    only: { type: 'string' },
  },
});
const count = Number(values.seeds ?? (values.quick ? 1 : 5));
// The quick run leaves out what takes minutes: the encoder, the style of 1,765 resumes and its ceiling.
const slow = ['style', 'ceiling', 'encoder'];
const names =
  values.only?.split(',') ?? Object.keys(sections).filter((name) => !(values.quick && slow.includes(name)));
const unknown = names.filter((name) => sections[name] === undefined);
if (!(Number.isInteger(count) && count >= 1) || unknown.length > 0) {
  console.error(
    `--seeds is a number from 1, --only some of ${Object.keys(sections).join(', ')}; not "${[...unknown, values.seeds].join(', ')}".`,
  );
  process.exitCode = 2;
} else {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  const settings: Settings = {
    quick: values.quick,
    seeds: Array.from({ length: count }, (_, i) => i + 1),
    signal: interrupt.signal,
    say: (line) => console.error(line),
  };
  const chosen = names.map((name): [string, Section] => [name, async () => sections[name]?.(settings) ?? []]);
  printRows(await runSections(Object.fromEntries(chosen), undefined), values.json);
}
