// @vitest-environment jsdom
import { act } from 'react';
import { beforeEach, expect, test } from 'vitest';
import type { ModelTraining } from '../../../../shared/protocol/training-run.ts';
import { mounted } from '../../mounted.fixture.ts';
import { StartModelForm } from './StartModelForm.tsx';

const { container, draw } = mounted();
const started: ModelTraining[] = [];
beforeEach(async () => {
  started.length = 0;
  await draw(
    <StartModelForm
      models={['small:latest', 'large:latest']}
      busy={false}
      onStart={(options) => started.push(options)}
    />,
  );
});

const submit = () => act(async () => container.querySelector('button')?.click());
async function change(selector: string, value: string): Promise<void> {
  const field = container.querySelector<HTMLInputElement | HTMLSelectElement>(selector)!;
  // React listens for a change that did not come from its own setter.
  const prototype = Object.getPrototypeOf(field) as object;
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(
      new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }),
    );
  });
}

test('asks for the first installed model with the usual options', async () => {
  await submit();
  expect(started).toEqual([{ kind: 'model', base: 'small:latest', rounds: 20, seed: 1 }]);
});

test('asks for what was chosen', async () => {
  await change('select', 'large:latest');
  await change('input', '3');
  await submit();
  expect(started).toEqual([{ kind: 'model', base: 'large:latest', rounds: 3, seed: 1 }]);
});

test('does not start with a number of rounds that is none', async () => {
  await change('input', '0');
  expect(container.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  await submit();
  expect(started).toEqual([]);
});
