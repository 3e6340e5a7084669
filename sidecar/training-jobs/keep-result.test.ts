import { expect, it } from 'vitest';
import { z } from 'zod';
import { modelKind, modelRunKind } from '../storage/policy-kinds.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { modelCard } from './model-card.fixture.ts';
import { keepResult } from './train-model-run.ts';

const card = modelCard('autorefine:one');
const { record, base, verdict } = card;
const result = { base, record, verdict, promoted: false };

function kept() {
  const { store, directory } = openTemporaryStore();
  return { store, models: { store, ollamaUrl: 'http://127.0.0.1:1', directory } };
}

it('keeps the record of a run with its curves where no model came of it', async () => {
  const { store, models } = kept();
  await keepResult(result, models, 'command line');
  const [id = ''] = store.policies.ids(modelRunKind);
  expect(store.policies.content(id, z.unknown())).toEqual({ base, verdict, record });
  expect(store.auditLog.page(1)).toMatchObject([{ action: 'trained', detail: { policyId: id } }]);
});

it('takes the same run again, bit by bit, for the same', async () => {
  const { store, models } = kept();
  for (const again of [result, result, { ...result, card }, { ...result, card }])
    await keepResult(again, models, 'command line');
  expect(store.policies.ids(modelRunKind)).toHaveLength(1);
  expect(store.policies.ids(modelKind)).toEqual([card.name]);
});
