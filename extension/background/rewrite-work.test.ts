import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SidecarClient } from './sidecar-client.ts';

const { withSidecar } = vi.hoisted(() => ({ withSidecar: vi.fn() }));
vi.mock('./sidecar-state.ts', () => ({ withSidecar }));
vi.stubGlobal('chrome', fakeBrowser);
const { rewriteWork } = await import('./rewrite-work.ts');
const { pairing, rewriteModel, rulePacks } = await import('../settings.ts');
const { SidecarError } = await import('./sidecar-client.ts');

const text = 'We want a salesman.';
const rewrite = vi.fn();
const run = (request: object) =>
  rewriteWork({ text, ...request }, new AbortController().signal, () => undefined);

beforeEach(async () => {
  fakeBrowser.reset();
  rewrite.mockReset().mockResolvedValue({ text, edits: [], refused: [], notes: [] });
  withSidecar.mockReset();
  withSidecar.mockImplementation((call: (client: SidecarClient) => unknown) =>
    call({ rewrite } as unknown as SidecarClient),
  );
  await pairing.set({ token: 't', role: 'recruiter' });
});

test('the chosen model and passage go to the service where a language model is asked for', async () => {
  await rewriteModel.set('some-model');
  await run({ engine: 'policy' });
  await run({ engine: 'model', passage: 'paragraph' });
  expect(rewrite.mock.calls.map(([request]) => request)).toEqual([
    { text, engine: 'policy' },
    { text, engine: 'model', passage: 'paragraph', model: 'some-model' },
  ]);
});

test('while the service is away the rules rewrite, those of packs included, and the note says so', async () => {
  await rulePacks.set([{ name: 'Ours', disable: ['masculine/salesman'] }]);
  withSidecar.mockRejectedValue(new SidecarError('absent', 'Nothing answers.', 'Start it.'));
  const answer = await run({ engine: 'policy' });
  expect(answer).toMatchObject({ text, edits: [], notes: [expect.stringContaining('not running')] });
});

test('a refusal of the service is told, not covered by other suggestions', async () => {
  withSidecar.mockRejectedValue(new SidecarError('refused', 'No such model.', 'Choose another.'));
  await expect(run({ engine: 'model' })).rejects.toThrow('No such model.');
});
