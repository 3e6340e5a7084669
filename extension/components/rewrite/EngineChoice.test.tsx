// @vitest-environment jsdom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import type { SidecarState } from '../../messages.ts';
import { mounted } from '../mounted.fixture.ts';
import { EngineChoice } from './EngineChoice.tsx';
import type { RewriteChoice } from './rewrite-offer.ts';

const { container, draw } = mounted();
const pairedWith = (models: string[]): SidecarState => ({
  state: 'paired',
  health: { name: 'autorefine', version: '1', sample: true, candidates: 1, models },
  role: 'recruiter',
});
const offered = () => [...container.querySelectorAll('select')].map(({ value }) => value);

async function show(models: string[], choice: RewriteChoice) {
  const onChange = vi.fn();
  await draw(<EngineChoice sidecar={pairedWith(models)} choice={choice} onChange={onChange} />);
  return onChange;
}

test('without a language model there is nothing to choose', async () => {
  await show([], { engine: 'policy' });
  expect(offered()).toEqual([]);
});

test('how much is rewritten at a time is asked only where a language model rewrites', async () => {
  await show(['some-model'], { engine: 'policy' });
  expect(offered()).toEqual(['policy']);
  await show(['some-model'], { engine: 'both' });
  expect(offered()).toEqual(['both', 'sentence']);
});

test('paragraphs go with the chosen engine', async () => {
  const onChange = await show(['some-model'], { engine: 'model' });
  const passage = container.querySelectorAll('select')[1]!;
  await act(async () => {
    passage.value = 'paragraph';
    passage.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ engine: 'model', passage: 'paragraph' });
});
