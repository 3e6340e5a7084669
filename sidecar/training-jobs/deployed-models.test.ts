import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { modelKind } from '../storage/policy-kinds.ts';
import { openStore } from '../storage/store.ts';
import {
  deleteModel,
  listModels,
  type ModelStore,
  modelFolder,
  putInForce,
  rollBackModel,
} from './deployed-models.ts';
import { modelCard } from './model-card.fixture.ts';

const actor = 'command line';

let folder: string;
let server: Server;
let models: ModelStore;
/** Names that the server of models knows, and which of them each was copied from. */
let served: Map<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'models-'));
  served = new Map();
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { model, source, destination } = JSON.parse(body);
    if (request.method === 'DELETE') served.delete(model);
    else served.set(destination, source);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store = openStore(folder);
  models = { store, ollamaUrl: `http://127.0.0.1:${port}`, directory: join(folder, 'models') };
});
afterEach(() => {
  models.store.close();
  server.close();
  rmSync(folder, { recursive: true });
});

async function train(name: string) {
  served.set(name, name);
  mkdirSync(modelFolder(models.directory, name), { recursive: true });
  models.store.policies.save(name, modelKind, modelCard(name));
  await putInForce(models, modelCard(name), { actor, reason: 'better' });
}
const inForce = () =>
  listModels(models)
    .filter((row) => row.inForce)
    .map((row) => row.card.name);

it('the newest is in force, and rolling back brings the one before, then none', async () => {
  await train('autorefine:one');
  await train('autorefine:two');
  expect([inForce(), served.get('autorefine:current')]).toEqual([['autorefine:two'], 'autorefine:two']);
  expect(await rollBackModel(models, actor)).toBe('autorefine:one');
  expect([inForce(), served.get('autorefine:current')]).toEqual([['autorefine:one'], 'autorefine:one']);
  expect(models.store.auditLog.page(3).map(({ action, detail }) => [action, detail])).toEqual([
    ['rolled-back', { policyId: 'autorefine:two' }],
    ['promoted', { policyId: 'autorefine:two', reason: 'better' }],
    ['promoted', { policyId: 'autorefine:one', reason: 'better' }],
  ]);
  expect(await rollBackModel(models, actor)).toBeUndefined();
  expect([inForce(), served.has('autorefine:current')]).toEqual([[], false]);
});

it('deleting the one in force rolls back past others that are gone, and keeps the record', async () => {
  for (const name of ['autorefine:one', 'autorefine:two', 'autorefine:three']) await train(name);
  await deleteModel(models, 'autorefine:two', actor);
  await deleteModel(models, 'autorefine:three', actor);
  expect(inForce()).toEqual(['autorefine:one']);
  expect([...served.keys()].sort()).toEqual(['autorefine:current', 'autorefine:one']);
  expect(listModels(models).map((row) => row.kept)).toEqual([true, false, false]);
  expect(existsSync(modelFolder(models.directory, 'autorefine:three'))).toBe(false);
});
