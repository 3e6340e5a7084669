// @vitest-environment jsdom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import type { SendRequest } from '../../pages-client.ts';
import { PageRequestError } from '../../pages-client.ts';
import { mounted } from '../mounted.fixture.ts';
import { field } from '../page.fixture.ts';
import { FormFields } from './FormFields.tsx';

const { container, draw } = mounted();

async function chooseRole(send: SendRequest, onChanged: () => void, role: string) {
  const fields = [field({ fieldId: 'a', label: 'Notes', role: 'section', frameId: 2 })];
  await draw(<FormFields tabId={5} fields={fields} send={send} onChanged={onChanged} />);
  const select = container.querySelector('select')!;
  await act(async () => {
    select.value = role;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

test('a corrected role is sent for its field and frame, then the panel reads anew', async () => {
  const send = vi.fn(async () => ({ chosen: true }));
  const onChanged = vi.fn();
  await chooseRole(send as unknown as SendRequest, onChanged, 'none');
  expect(send).toHaveBeenCalledExactlyOnceWith({
    type: 'page/choose-field',
    tabId: 5,
    frameId: 2,
    fieldId: 'a',
    role: 'none',
  });
  expect(onChanged).toHaveBeenCalledOnce();
});

test('a refusal is shown with its mend', async () => {
  const send = async () => {
    throw new PageRequestError('The tab is gone.', 'Open the form again.');
  };
  await chooseRole(send as unknown as SendRequest, vi.fn(), 'body');
  expect(container.querySelector('[role=alert]')?.textContent).toContain(
    'The tab is gone.Open the form again.',
  );
});
