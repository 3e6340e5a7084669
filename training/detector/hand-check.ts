import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { agreementOf, shareRight } from './hand-check-agreement.ts';
import { around, type DrawnMark, drawMarks, orderOfPass, type PostingPart } from './hand-check-draw.ts';
import { boardPostings, realPostings } from './real-postings.ts';

/**
 * The hand check of marks in real postings, against docs/hand-check-criteria.md:
 *
 * - `hand-check.ts mend` prints marks that rules may be mended by;
 * - `hand-check.ts draw --pass 1` prints the marks to judge, numbered in the order of that pass, without any verdict;
 * - `hand-check.ts record --pass 1 --verdicts FILE` reads a line `NUMBER right|wrong` for each of them;
 * - `--round 2` draws from postings that no earlier round has used, after rules were mended by what an earlier round found; from the third
 *   round on advertisements of job boards (`boardPostings`) are added, and from the fourth on a posting may be used again away from the
 *   marks that were judged in it, for there are no longer 200 marks in unused ones; from the fifth on any mark may be drawn, so that the
 *   detector is judged as it is, and the report gives the marks that no earlier round judged by themselves;
 * - `hand-check.ts` alone prints the share right and the agreement of the passes.
 */
const file = join(import.meta.dirname, '../../tests/bench/hand-check.json');
const seed = 20260301;
const size = 200;
const firstWithBoards = 3;
const firstByMark = 4;
const firstWithJudged = 5;

const verdictSchema = z.enum(['right', 'wrong']);
const judgedSchema = z.strictObject({
  round: z.int().positive(),
  document: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  ruleId: z.string(),
  verdict1: verdictSchema.optional(),
  verdict2: verdictSchema.optional(),
});
type Judged = z.infer<typeof judgedSchema>;

const commandSchema = z.enum(['report', 'mend', 'draw', 'record']);
const passSchema = z.enum(['1', '2']).transform(Number);
const roundSchema = z.coerce.number().int().positive();

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      round: { type: 'string' },
      pass: { type: 'string' },
      verdicts: { type: 'string' },
      count: { type: 'string' },
    },
  });
  const command = commandSchema.parse(positionals[0] ?? 'report');
  if (command === 'report') report();
  else if (command === 'mend') print(draw('mend', Number(values.count ?? size)));
  else {
    const round = roundSchema.parse(values.round ?? 1);
    const pass = passSchema.parse(values.pass);
    const marks = orderOfPass(draw('check', size, round), pass, seed + round - 1);
    if (command === 'draw') print(marks);
    else record(marks, round, pass, readFileSync(z.string().parse(values.verdicts), 'utf8'));
  }
}

function draw(part: PostingPart, count: number, round = 1): DrawnMark[] {
  const postings = round < firstWithBoards ? realPostings() : [...realPostings(), ...boardPostings()];
  if (postings.length === 0) throw new Error('The postings are not there (../shared/data/postings).');
  const judged = readJudged().filter((one) => one.round < round);
  const skips = (mark: DrawnMark) =>
    round < firstWithJudged &&
    judged.some((one) =>
      round < firstByMark ? one.document === mark.document : isJudgedAs(one, mark.document, mark.start),
    );
  return drawMarks(createDetector(), postings, { part, count, seed: seed + round - 1, skips });
}

/** The same place, or one so near that it was in sight. */
function isJudgedAs(judged: Judged, document: string, start: number): boolean {
  return judged.document === document && Math.abs(judged.start - start) <= 2 * around;
}

function print(marks: readonly DrawnMark[]): void {
  for (const [index, { ruleId, context }] of marks.entries())
    console.log(`${index + 1}\t${ruleId}\t${context}`);
}

function record(marks: readonly DrawnMark[], round: number, pass: number, lines: string): void {
  const verdicts = new Map(
    lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => {
        const [number, verdict] = line.trim().split(/\s+/);
        return [Number(number), verdictSchema.parse(verdict)];
      }),
  );
  const known = readJudged();
  const judged = marks.map(({ document, start, end, ruleId }, index): Judged => {
    const verdict = verdicts.get(index + 1);
    if (verdict === undefined) throw new Error(`Mark ${index + 1} of ${marks.length} has no verdict.`);
    const same = known.find(
      (one) =>
        one.round === round && one.document === document && one.start === start && one.ruleId === ruleId,
    );
    return { ...same, round, document, start, end, ruleId, [`verdict${pass}`]: verdict };
  });
  const all = [...known.filter((one) => one.round !== round), ...judged];
  all.sort((a, b) => a.round - b.round || compareText(a.document, b.document) || a.start - b.start);
  writeFileSync(file, `[\n${all.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`);
  report();
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function readJudged(): Judged[] {
  return existsSync(file) ? z.array(judgedSchema).parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

function report(): void {
  const judged = readJudged();
  for (const round of new Set(judged.map((one) => one.round))) {
    const marks = judged.filter((one) => one.round === round);
    const right = marks.map(({ verdict1 }) => verdict1 === 'right');
    console.log(`round ${round}: ${marks.length} marks, ${shareRight(right).toFixed(3)} right`);
    if (round >= firstWithJudged) reportFresh(judged, marks, round);
    const twice = marks.filter(({ verdict2 }) => verdict2 !== undefined);
    if (twice.length === 0) continue;
    const first = twice.map(({ verdict1 }) => verdict1 === 'right');
    const second = twice.map(({ verdict2 }) => verdict2 === 'right');
    const { kappa, equal } = agreementOf(first, second);
    console.log(
      `  second pass: ${shareRight(second).toFixed(3)} right, agreement ${equal.toFixed(3)}, Cohen's kappa ${kappa.toFixed(3)}`,
    );
  }
}

/** Rules were mended by the marks of earlier rounds; the others say more. */
function reportFresh(judged: readonly Judged[], marks: readonly Judged[], round: number): void {
  const earlier = judged.filter((one) => one.round < round);
  const fresh = marks.filter(
    ({ document, start }) => !earlier.some((one) => isJudgedAs(one, document, start)),
  );
  const right = fresh.map(({ verdict1 }) => verdict1 === 'right');
  console.log(`  judged for the first time: ${fresh.length} marks, ${shareRight(right).toFixed(3)} right`);
}

main();
