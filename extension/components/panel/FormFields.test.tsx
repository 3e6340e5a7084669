// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SendRequest } from '../../pages-client.ts';
import { PageRequestError } from '../../pages-client.ts';
import { field } from '../page-fixtures.ts';
import { FormFields } from './FormFields.tsx';

vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
const container = document.createElement('div');
let root: ReturnType<typeof createRoot>;
beforeEach(() => {
  root = createRoot(container);
});
afterEach(() => act(() => root.unmount()));

async function chooseRole(send: SendRequest, onChanged: () => void, role: string) {
  const fields = [field({ fieldId: 'a', label: 'Notes', role: 'section', frameId: 2 })];
  await act(async () =>
    root.render(<FormFields tabId={5} fields={fields} send={send} onChanged={onChanged} />),
  );
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
