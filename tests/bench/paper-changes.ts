import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { hashText } from '../../shared/hash.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { readTrainingPostings } from '../../sidecar/training-jobs/read-training-postings.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';

/**
 * `node --import tsx tests/bench/paper-changes.ts --show [--reading 2]`: 200 random changes of real postings with the words around
 * them, in another order for each reading, to be judged by a person. Without `--show`: what the two readings found, from
 * `paper-changes.json`, which holds hashes and verdicts and none of the text. The changes are drawn evenly from all the wording that
 * a policy may choose, so a policy that prefers some of it is not flattered; statements, which stand apart, are left out.
 */
const { values } = parseArgs({
  options: {
    show: { type: 'boolean' },
    reading: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
});
const wanted = 200;
const around = 80;
/** Real postings that no wording was mended by; an earlier reading of three other files showed what to mend. */
const file = '../shared/data/bias/gpt4_labelled_1711_unverified.jsonl';
const verdictsFile = new URL('paper-changes.json', import.meta.url);

/** The labels of the paper's authors; `fine` is a change with none of the errors. */
const verdictSchema = z.enum(['fine', 'entity', 'syntax', 'link', 'meaning']);
const verdictsSchema = z.array(z.object({ hash: z.string(), first: verdictSchema, second: verdictSchema }));

interface Change {
  readonly hash: string;
  readonly shown: string;
}

async function sampleChanges(): Promise<Change[]> {
  const detector = createDetector();
  const readRequirements = () => ({ skills: [], optionalSkills: [], licences: [] });
  const changes = new Map<string, Change>();
  const { postings } = await readTrainingPostings(file);
  for (const { id, text } of postings) {
    const { space } = createTask(id, text, { detector, statements: [], readRequirements });
    for (const { edits } of space.slots.flatMap(({ actions }) => actions)) {
      const change = edits.length === 0 ? undefined : changeOf(text, edits);
      if (change !== undefined) changes.set(change.hash, change);
    }
  }
  return createRandom(3)
    .fork('sample')
    .shuffle([...changes.values()])
    .slice(0, wanted);
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

function judgedRows(): Row[] {
  const verdicts = verdictsSchema.parse(JSON.parse(readFileSync(verdictsFile, 'utf8')));
  const agreed = verdicts.filter(({ first, second }) => first === second).length;
  /** An error counts when either reading saw it. */
  const count = (verdict: z.infer<typeof verdictSchema>) =>
    verdicts.filter(({ first, second }) => first === verdict || second === verdict).length;
  const row = (name: string, verdict: z.infer<typeof verdictSchema>) => ({
    name: `changes read: ${name}`,
    value: count(verdict),
    unit: `of ${verdicts.length}`,
  });
  return [
    withGoal(row('entity errors', 'entity'), { atMost: 2 }),
    withGoal(row('broken links', 'link'), { atMost: 0 }),
    withGoal(row('syntax errors', 'syntax'), { atMost: Math.ceil(0.01 * verdicts.length) - 1 }),
    row('another meaning', 'meaning'),
    { name: 'changes read: both readings agree', value: agreed, unit: `of ${verdicts.length}` },
  ];
}

if (!values.show) printRows(judgedRows(), values.json ?? false);
else if (existsSync(file)) {
  const order = createRandom(Number(values.reading)).fork('reading');
  for (const { shown } of order.shuffle(await sampleChanges())) console.log(shown);
} else console.error('Skipped: ../shared/data is not there.');
