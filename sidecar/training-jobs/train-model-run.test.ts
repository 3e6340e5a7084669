import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { modelTrainingSchema, type TrainingEvent } from '../../shared/protocol/training-run.ts';
import { tinyModelFile } from '../../training/language-model/tiny-model.fixture.ts';
import { ownModels } from '../language-model/choose-model.ts';
import { modelKind, modelRunKind } from '../storage/policy-kinds.ts';
import { openStore, type Store } from '../storage/store.ts';
import { readRun } from './read-run.ts';
import { type StandInTrainer, startStandInTrainer } from './stand-in-trainer.fixture.ts';
import { createTrainingDesk, type TrainingDesk } from './training-desk.ts';
import { startTrainingProcess } from './training-process.ts';

const flagged = 'We want a rockstar developer';
const never = new AbortController().signal;

let directory: string;
let store: Store;
let ollama: StandInTrainer;
let desk: TrainingDesk;
/** What every model answers. */
let answer: (request: { readonly prompt: string }) => string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'model-run-'));
  const modelPath = join(directory, 'tiny.gguf');
  writeFileSync(modelPath, tinyModelFile(3));
  store = openStore(directory);
  store.settings.update({ measuring: true, optimising: true });
  answer = ({ prompt }) => alternative(sentenceOf(prompt));
  ollama = await startStandInTrainer(modelPath, (request) => answer(request));
  desk = createTrainingDesk({
    store,
    log: { write: () => undefined },
    startProcess: (start, listener) =>
      startTrainingProcess({ ...start, ollamaUrl: ollama.baseUrl }, listener),
  });
});
afterEach(async () => {
  await desk.close();
  await ollama.close();
  store.close();
  rmSync(directory, { recursive: true });
});

const sentenceOf = (prompt: string) => /<sentence>([^<]*)/.exec(prompt)?.[1] ?? '';
const alternative = (sentence: string) => JSON.stringify({ alternatives: [sentence] });
const model = (rest: object = {}) =>
  modelTrainingSchema.parse({ kind: 'model', base: 'tiny', rounds: 3, ...rest });

function addPostings(count: number): void {
  for (let i = 0; i < count; i += 1)
    store.postings.save({ externalId: `p${i}`, title: 'Developer', text: `${flagged} in town ${i}.` });
}

async function follow(id: string, enough: (event: TrainingEvent) => boolean = () => false) {
  const seen: TrainingEvent[] = [];
  for await (const event of desk.watch(id, never)) {
    seen.push(event);
    if (enough(event)) break;
  }
  return seen;
}

it('is stopped, goes on from its last round, and leaves a record that says to keep the base', async () => {
  addPostings(160);
  const { id } = desk.start(model(), 'dashboard');
  await follow(id, (event) => event.type === 'epoch');
  expect(await desk.stop(id, 'dashboard')).toMatchObject({ state: 'stopped', options: { kind: 'model' } });
  const before = store.trainingRuns.curve(id).length;
  expect(before).toBeGreaterThan(0);
  desk.resume(id, 'dashboard');
  const events = await follow(id);
  expect(
    events.some((event) => event.type === 'progress' && /Round 3 of at most 3/.test(event.message)),
  ).toBe(true);
  const run = readRun(store, id);
  expect([run?.state, run?.message]).toEqual(['done', expect.stringMatching(/no better than its base/)]);
  expect(run?.curve.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(run?.modelRecord).toMatchObject({ report: { difference: 0 } });
  expect(run?.modelRecord?.deployed).toBeUndefined();
  expect(store.policies.ids(modelKind)).toEqual([]);
  expect(store.policies.ids(modelRunKind)).toHaveLength(1);
  expect(ollama.models).toEqual(new Set());
}, 300_000);

it('keeps a model that is better than its base', async () => {
  addPostings(160);
  answer = ({ prompt }) =>
    alternative(sentenceOf(prompt).replace('rockstar', ollama.creations > 1 ? 'skilled' : 'rockstar'));
  const { id } = desk.start(model({ rounds: 1 }), 'dashboard');
  await follow(id);
  const run = readRun(store, id);
  expect([run?.state, run?.message]).toEqual(['done', expect.stringMatching(/better than its base/)]);
  const [name] = store.policies.ids(modelKind);
  expect(run?.modelRecord?.deployed).toBe(name);
  expect(ollama.models).toContain(name);
  expect(ollama.models).not.toContain(`${ownModels.family}training`);
}, 300_000);

it.each([
  ['no postings', 0, 'tiny', /no past postings/],
  ['few postings', 5, 'tiny', /each needs at least 12/],
  ['a model that is not installed', 160, 'absent', /"absent" is not installed/],
])(
  '%s: fails and says what to do',
  async (_, postings, base, message) => {
    addPostings(postings);
    const { id } = desk.start(model({ base }), 'dashboard');
    await follow(id);
    expect(desk.current()).toBeUndefined();
    expect(store.trainingRuns.find(id)).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(message),
    });
  },
  60_000,
);

it('says that Ollama does not answer', async () => {
  addPostings(160);
  await ollama.close();
  const { id } = desk.start(model(), 'dashboard');
  await follow(id);
  expect(store.trainingRuns.find(id)?.message).toMatch(/Ollama does not answer at http:\/\/127/);
}, 300_000);
