import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { hashText } from '../../shared/hash.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { readTrainingPostings } from '../../sidecar/training-jobs/read-training-postings.ts';
import { agreementOf } from '../../training/detector/hand-check-agreement.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';

/**
 * `npm run bench:paper-changes`: what two people found in 200 random changes of real postings, and in 200 more after the mending, from
 * `paper-changes.json`, which holds hashes and verdicts and none of the text. The changes are drawn evenly from all the wording that a
 * policy may choose, so a policy that prefers some of it is not flattered; statements, which stand apart, are left out.
 * - `-- --show [--draw mended] [--order N]`: changes with the words around them, to be judged by the criteria in docs/paper.md;
 * - `-- --first FILE`, `-- --second FILE`: keeps a reader's verdicts on the draw, an object of verdicts by hash.
 */
const { values } = parseArgs({
  options: {
    show: { type: 'boolean' },
    draw: { type: 'string', default: 'real' },
    order: { type: 'string', default: '1' },
    first: { type: 'string' },
    second: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const wanted = 200;
const around = 120;
const realFiles = [
  '../shared/data/postings/monster_sample_1000.csv',
  '../shared/data/postings/glassdoor_data_science_956.csv',
  '../shared/data/postings/linkedin_software_jobs_641.csv',
  '../shared/data/bias/gpt4_labelled_1711_unverified.jsonl',
  '../shared/data/bias/everitt_ryan_real_train_val.jsonl',
];
const writtenFile = '../shared/data/bias/everitt_ryan_synthetic_train_val.jsonl';
const draws = {
  /** Postings from which none was read before. */
  real: {
    seed: 4,
    files: realFiles,
  },
  /** Advertisements that a language model wrote, drawn when the errors in the real ones were mended: no others were left. */
  mended: { seed: 5, files: [writtenFile] },
  /** What no reader had seen in either when the errors in both were mended. */
  again: { seed: 6, files: [...realFiles, writtenFile] },
} as const;
const drawSchema = z.enum(['real', 'mended', 'again']);
const draw = drawSchema.parse(values.draw);
const verdictsFile = new URL('paper-changes.json', import.meta.url);

/** The labels of the paper's authors; `fine` is a change with none of the errors. */
const verdictSchema = z.enum(['fine', 'entity', 'syntax', 'link', 'meaning']);
type Verdict = z.infer<typeof verdictSchema>;
const verdictsSchema = z.record(z.string(), verdictSchema);
type Verdicts = Readonly<z.infer<typeof verdictsSchema>>;
const readSchema = z.object({
  /** Postings of earlier readings, whose changes showed what to mend; nothing more is drawn from them. */
  earlier: z.array(z.string()),
  readings: z.record(drawSchema, z.object({ first: verdictsSchema, second: verdictsSchema })),
});

interface Draw {
  readonly seed: number;
  readonly files: readonly string[];
}
interface Change {
  readonly hash: string;
  readonly shown: string;
}

async function sampleChanges({ seed, files }: Draw): Promise<Change[]> {
  const detector = createDetector();
  const readRequirements = () => ({ skills: [], optionalSkills: [], licences: [] });
  const { earlier, readings } = readVerdicts();
  const used = new Set(earlier);
  const before = drawSchema.options.slice(0, drawSchema.options.indexOf(draw));
  const seen = new Set(before.flatMap((name) => Object.keys(readings[name].first)));
  const changes = new Map<string, Change>();
  const postings = await Promise.all(files.map((file) => readTrainingPostings(file)));
  for (const { id, text } of postings.flatMap((one) => one.postings)) {
    if (used.has(beginningOf(text))) continue;
    used.add(beginningOf(text));
    const { space } = createTask(id, text, { detector, statements: [], readRequirements });
    for (const { edits } of space.slots.flatMap(({ actions }) => actions)) {
      const change = edits.length === 0 ? undefined : changeOf(text, edits);
      if (change !== undefined && !seen.has(change.hash)) changes.set(change.hash, change);
    }
  }
  return createRandom(seed)
    .fork('sample')
    .shuffle([...changes.values()])
    .slice(0, wanted);
}

/** Tells a posting that stands in several files, however it is laid out there. */
function beginningOf(text: string): string {
  return hashText(text.replaceAll(/\W+/g, ' ').toLowerCase().trim().slice(0, 300));
}

/** All edits of one choice, as they stand in the text, with the words around. */
function changeOf(text: string, edits: readonly Edit[]): Change {
  const [first, last] = [edits[0]?.start ?? 0, edits.at(-1)?.end ?? 0];
  let written = text.slice(Math.max(0, first - around), first);
  edits.forEach(({ start, before, after }, i) => {
    written += `${i === 0 ? '' : text.slice(edits[i - 1]?.end, start)}[-${before}-]{+${after}+}`;
  });
  written += text.slice(last, last + around);
  const hash = hashText(written);
  return { hash, shown: `${hash}  ${written.replaceAll(/\s+/g, ' ')}` };
}

const readVerdicts = () => readSchema.parse(JSON.parse(readFileSync(verdictsFile, 'utf8')));

function keepVerdicts(reader: 'first' | 'second', from: string): void {
  const given = verdictsSchema.parse(JSON.parse(readFileSync(from, 'utf8')));
  const sorted = Object.fromEntries(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));
  const kept = readVerdicts();
  kept.readings[draw][reader] = sorted;
  writeFileSync(verdictsFile, `${JSON.stringify(kept, null, 2)}\n`);
}

function judgedRows(name: string, { first, second }: { first: Verdicts; second: Verdicts }): Row[] {
  const both = Object.keys(first).filter((hash) => second[hash] !== undefined);
  const all = [...new Set([...Object.keys(first), ...Object.keys(second)])];
  if (all.length === 0) return [];
  const row = (error: string, verdict: Verdict) => {
    const saw = (reader: Verdicts) => all.filter((hash) => reader[hash] === verdict);
    return {
      name: `changes read, ${name}: ${error}`,
      // An error counts when either reader saw it.
      value: new Set([...saw(first), ...saw(second)]).size,
      unit: `of ${all.length}`,
      note: `first reader ${saw(first).length}, second ${saw(second).length}`,
    };
  };
  const errorsOf = (reader: Verdicts) => both.map((hash) => reader[hash] !== 'fine');
  const { kappa } = agreementOf(errorsOf(first), errorsOf(second));
  return [
    withGoal(row('entity errors', 'entity'), { atMost: 2 }),
    withGoal(row('broken links', 'link'), { atMost: 0 }),
    withGoal(row('syntax errors', 'syntax'), { atMost: Math.ceil(0.01 * all.length) - 1 }),
    row('another meaning', 'meaning'),
    {
      name: `changes read, ${name}: both say the same`,
      value: both.filter((hash) => first[hash] === second[hash]).length,
      unit: `of ${both.length}`,
      ...(both.length === 0 ? {} : { note: `Cohen's kappa of error or none ${kappa.toFixed(2)}` }),
    },
  ];
}

async function show(): Promise<void> {
  const { files } = draws[draw];
  if (!files.every((file) => existsSync(file))) return console.error('Skipped: ../shared/data is not there.');
  const order = createRandom(Number(values.order)).fork('reading');
  const changes = order.shuffle(await sampleChanges(draws[draw]));
  for (const [place, { shown }] of changes.entries()) console.log(`${place + 1}  ${shown}`);
}

for (const reader of ['first', 'second'] as const) {
  const from = values[reader];
  if (from !== undefined) keepVerdicts(reader, from);
}
if (values.show) await show();
else {
  const read = Object.entries(readVerdicts().readings);
  printRows(
    read.flatMap(([name, verdicts]) => judgedRows(name, verdicts)),
    values.json ?? false,
  );
}
