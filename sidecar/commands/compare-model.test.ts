import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { piece, type StandIn, send, startStandIn } from '../language-model/stand-in-ollama.fixture.ts';
import { modelKind } from '../storage/policy-kinds.ts';
import { openStore, type Store } from '../storage/store.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { modelFolder } from '../training-jobs/deployed-models.ts';
import { modelCard } from '../training-jobs/model-card.fixture.ts';
import { compareModel } from './compare-model.ts';
import { keptContext, runCommand } from './run-command.fixture.ts';
import { registerTrain } from './train.ts';

const name = 'autorefine:one';
/** What the model puts for the flagged word; the policy engine has its own suggestion. */
const byModel = 'capable';

let data: string;
let store: Store;
let ollama: StandIn;
beforeEach(async () => {
  data = join(temporaryFolder(), 'data');
  store = openStore(data);
  store.policies.save(name, modelKind, modelCard(name));
  mkdirSync(modelFolder(models().directory, name), { recursive: true });
  addPostings(320);
  ollama = await startStandIn((response, { model }) => {
    if (model !== name) return send(response, 404, { error: 'not found' });
    const { messages } = ollama.chats.at(-1) as { messages: { content: string }[] };
    const [, sentence = ''] = /<sentence>([^<]*)/.exec(messages[1]?.content ?? '') ?? [];
    const alternatives = [sentence.replace('rockstar', byModel)];
    response.end(piece(JSON.stringify({ alternatives }), true));
  });
});
afterEach(async () => {
  store.close();
  await ollama.close();
});

const models = () => ({ store, ollamaUrl: ollama?.baseUrl ?? '', directory: join(data, 'models') });

function addPostings(count: number): void {
  store.transaction(() => {
    for (let i = 0; i < count; i += 1)
      store.postings.save({
        externalId: `p${i}`,
        title: 'Developer',
        text: `Developer\nWe want a rockstar developer in town ${i}.`,
      });
  });
}

async function run(...args: string[]): Promise<string> {
  const line = ['train', 'model', '--ollama', ollama.baseUrl, '--quiet', ...args];
  return (await runCommand(registerTrain, line, data)).out;
}
const file = (of: string) => join(data, of);

interface Pair {
  readonly id: string;
  readonly before: string;
  readonly a: string;
  readonly b: string;
}
async function writtenPairs(): Promise<Pair[]> {
  await run('--compare', name, '--pairs-out', file('pairs.jsonl'));
  const lines = readFileSync(file('pairs.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line): Pair => JSON.parse(line));
}
const sideOfModel = ({ a }: Pair) => (a.includes(byModel) ? 'a' : 'b');
const sideOfPolicy = (pair: Pair) => (sideOfModel(pair) === 'a' ? 'b' : 'a');

/** Answers pairs through a file of choices. */
async function choose(
  pairs: readonly Pair[],
  choice: (pair: Pair) => string,
): Promise<Record<string, unknown>> {
  const lines = pairs.map((pair) => JSON.stringify({ id: pair.id, choice: choice(pair) }));
  writeFileSync(file('choices.jsonl'), `${lines.join('\n')}\n`);
  return JSON.parse(await run('--compare', name, '--choices', file('choices.jsonl'), '--json'));
}

const inForce = () => store.policies.current(modelKind)?.policyId;

it('writes 50 pairs without the key to them, the same every time', async () => {
  const pairs = await writtenPairs();
  expect(pairs).toHaveLength(50);
  for (const pair of pairs) {
    expect(Object.keys(pair)).toEqual(['id', 'before', 'a', 'b']);
    expect([pair.a, pair.b].filter((text) => text.includes(byModel))).toHaveLength(1);
  }
  expect(pairs.filter((pair) => sideOfModel(pair) === 'a')).toHaveLength(25);
  const asked = ollama.chats.length;
  expect(await writtenPairs()).toEqual(pairs);
  expect(ollama.chats).toHaveLength(asked);
});

it('puts a model in force that is preferred, and says who decided it and why', async () => {
  const pairs = await writtenPairs();
  expect(await choose(pairs.slice(0, 20), sideOfModel)).toEqual({ model: name, pairs: 50, answered: 20 });
  expect(await run('--list', '--json')).not.toContain('preferred');
  expect(await writtenPairs()).toEqual(pairs.slice(20));
  const rest = (pair: Pair) => (pairs.indexOf(pair) < 34 ? sideOfModel(pair) : sideOfPolicy(pair));
  const told = await choose(pairs.slice(20), rest);
  expect(told).toMatchObject({ model: name, answered: 50, result: { preferred: 'model' }, inForce: true });
  expect(inForce()).toBe(name);
  expect(ollama.copies).toEqual(new Map([['autorefine:current', name]]));
  expect(store.policies.current(modelKind)?.record).toMatchObject({
    comparison: { model: 34, policy: 16, neither: 0 },
  });
  expect(store.auditLog.page(1)).toMatchObject([
    {
      actor: 'command line',
      action: 'promoted',
      detail: { policyId: name, reason: expect.stringMatching(/^The model is preferred: blind, 34 of 50/) },
    },
  ]);
  expect(await run('--list')).toMatch(/in force {2}The model is preferred: blind, 34 of 50/);
});

it('does not put it in force again once it was rolled back', async () => {
  await choose(await writtenPairs(), sideOfModel);
  store.policies.withdraw(modelKind);
  expect(await run('--compare', name)).toMatch(/The model is preferred.*\n.*answers where it is named/);
  expect(inForce()).toBeUndefined();
});

it.each([
  ['policy', sideOfPolicy, /^The policy is preferred, keep it/],
  ['neither', () => '=', /^No clear preference, keep the policy/],
] as const)('keeps the policy where %s is preferred, and says so', async (preferred, choice, verdict) => {
  const told = await choose(await writtenPairs(), choice);
  expect(told).toMatchObject({ result: { preferred, verdict: expect.stringMatching(verdict) } });
  expect(inForce()).toBeUndefined();
  expect(ollama.copies.size).toBe(0);
  expect(await run('--compare', name)).toMatch(verdict);
});

it('keeps the choices where Ollama does not answer at the end; the same command ends it later', async () => {
  const pairs = await writtenPairs();
  const { baseUrl } = ollama;
  await ollama.close();
  await expect(choose(pairs, sideOfModel)).rejects.toMatchObject({ exitCode: 3 });
  expect(store.modelComparisons.tally(name)?.open).toBe(0);
  ollama = await startStandIn(() => undefined);
  expect(ollama.baseUrl).not.toBe(baseUrl);
  await run('--compare', name);
  expect(inForce()).toBe(name);
});

it('takes nothing from a file with a bad line, and names line and reason', async () => {
  const [first, second] = await writtenPairs();
  const lines = [
    { id: first!.id, choice: 'a' },
    { id: 'unknown', choice: 'a' },
    { id: second!.id, choice: 'better' },
    { id: first!.id, choice: 'b' },
    { id: second!.id },
  ];
  writeFileSync(file('bad.jsonl'), `${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot JSON\n`);
  const failed = run('--compare', name, '--choices', file('bad.jsonl'));
  await expect(failed).rejects.toMatchObject({ exitCode: 2 });
  await expect(failed).rejects.toThrow(
    /nothing was taken.*line 2: there is no pair "unknown".*line 3: "better" is no choice; these are: a, b, =.*line 4: "b" for .* answered with "a" before; line 6: the line is not valid JSON/,
  );
  expect(store.modelComparisons.tally(name)?.open).toBe(50);
});

it('asks at a terminal, stops, and goes on later where it stopped', async () => {
  const pairs = await writtenPairs();
  const press = async (keys: string) => {
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    stdin.write(keys);
    const { context, out, error } = keptContext(data);
    const options = { data, seed: 1, quiet: false, json: false };
    await compareModel(models(), modelCard(name), options, { ...context, stdin });
    return { told: out(), shown: error() };
  };
  expect((await press('a=q')).told).toMatch(/^2 of 50 answered and kept; the same command goes on/);
  const { shown } = await press('q');
  expect(shown).toContain(pairs[2]!.before);
  expect(shown).not.toContain(pairs[0]!.before);
  expect(store.modelComparisons.choices(name).get(pairs[1]!.id)).toBe('=');
  const { told } = await press(pairs.slice(2).map(sideOfModel).join(''));
  expect(told).toMatch(/^The model is preferred/);
});

it('forgets the texts of a model that is deleted', async () => {
  await writtenPairs();
  await run('--remove', name);
  expect(store.modelComparisons.open(name)).toEqual([]);
  await expect(run('--compare', name)).rejects.toThrow(/not a trained model that is kept; these are: none/);
});

it.each([
  ['no terminal', [], /no terminal to ask at.*--pairs-out FILE.*--choices FILE/],
  ['choices before there are pairs', ['--choices', 'x.jsonl'], /No pairs were drawn/],
])('asks no model with %s', async (_, args, message) => {
  await expect(run('--compare', name, ...args)).rejects.toThrow(message);
  expect(ollama.chats).toEqual([]);
});

it('refuses with the number where there are fewer than 50 sentences, and keeps nothing', async () => {
  writeFileSync(file('few.jsonl'), `${JSON.stringify({ id: 'p', text: 'We want a rockstar developer.' })}\n`);
  const failed = run('--compare', name, '--postings', file('few.jsonl'), '--pairs-out', file('pairs.jsonl'));
  await expect(failed).rejects.toThrow(/takes 50 sentences; there are \d that the model and the policy/);
  await expect(failed).rejects.toMatchObject({ exitCode: 2 });
  expect(store.modelComparisons.tally(name)).toBeUndefined();
});
