import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';
import { printRows, withGoal } from './detection-row.ts';
import { collectEdits, readEdits } from './model-edits.ts';

/**
 * `node --import tsx tests/bench/model-changes.ts --collect FILE --models NAME,NAME --ollama URL [--seeds 1,2,3]`: keeps edits of language
 * models that passed every check, of real postings that no model learned from, until there are 240.
 * `… --edits FILE [--reading 2]`: 200 of them, in another order for each reading and without the model's name, to be
 * judged by a person. Without `--edits`: what the two readings found, from `model-changes.json`, which holds hashes and verdicts and
 * none of the text.
 */
const { values } = parseArgs({
  options: {
    collect: { type: 'string' },
    models: { type: 'string', default: 'smollm2' },
    ollama: { type: 'string', default: 'http://127.0.0.1:11434' },
    seeds: { type: 'string', default: '1,2,3,4,5,6' },
    edits: { type: 'string' },
    reading: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
});
const wanted = 200;
/** More than are read, so that those are drawn. */
const collected = 240;
const verdictsFile = new URL('model-changes.json', import.meta.url);

/** `fact`: states something else than before; `grammar`: broken English; `poor`: neither, but nobody would write it. */
const verdictSchema = z.enum(['fine', 'fact', 'grammar', 'poor']);
const verdictsSchema = z.array(z.object({ hash: z.string(), first: verdictSchema, second: verdictSchema }));

if (values.collect !== undefined) {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  await collectEdits({
    baseUrl: values.ollama,
    models: values.models.split(','),
    seeds: values.seeds.split(',').map(Number),
    wanted: collected,
    path: values.collect,
    signal: interrupt.signal,
    say: (line) => console.error(line),
  });
} else if (values.edits === undefined) {
  printVerdicts();
} else {
  const edits = readEdits(values.edits);
  const distinct = [...new Map(edits.map((edit) => [edit.hash, edit])).values()];
  const sample = createRandom(1).shuffle(distinct).slice(0, wanted);
  for (const { hash, shown } of createRandom(Number(values.reading)).fork('order').shuffle(sample))
    console.log(`${hash}  ${shown}`);
}

function printVerdicts(): void {
  if (!existsSync(verdictsFile)) {
    console.error('Nothing was read yet: keep edits, read them twice, and write model-changes.json.');
    return;
  }
  const verdicts = verdictsSchema.parse(JSON.parse(readFileSync(verdictsFile, 'utf8')));
  /** An error counts when either reading saw it. */
  const row = (name: string, verdict: z.infer<typeof verdictSchema>) => ({
    name: `accepted edits read: ${name}`,
    value: verdicts.filter(({ first, second }) => first === verdict || second === verdict).length,
    unit: `of ${verdicts.length}`,
  });
  const agreed = verdicts.filter(({ first, second }) => first === second).length;
  printRows(
    [
      withGoal(row('facts changed', 'fact'), { atMost: Math.floor(verdicts.length / 100) }),
      row('broken grammar', 'grammar'),
      row('poor wording', 'poor'),
      { name: 'both readings say the same', value: agreed, unit: `of ${verdicts.length}` },
    ],
    values.json ?? false,
  );
}
