// @vitest-environment jsdom
import { act } from 'react';
import { expect, test, vi } from 'vitest';
import { createDetector } from '../../../shared/detection/detector.ts';
import { mounted } from '../mounted.fixture.ts';
import { LegalChecks } from './LegalChecks.tsx';

const { container, draw } = mounted();

/** A posting without pay, where the law asks for it: the finding has no place in any field. */
const { findings } = createDetector({ jurisdictions: ['US-CO'] }).checkPosting({
  id: 'posting',
  title: 'Driver',
  sections: [
    { heading: 'Job description', text: 'You plan the routes of our vans together with the drivers.' },
  ],
});
const missing = findings.filter(({ start, end }) => start === end);
const items = missing.map((finding, index) => ({ key: `legal-${index}`, finding }));
const button = (label: string) =>
  [...container.querySelectorAll('button')].find(({ textContent }) => textContent === label);

async function drawWith(dismissed: ReadonlySet<string>, onDismiss = vi.fn()) {
  await draw(
    <LegalChecks
      items={items as never}
      jurisdictions={['US-CO']}
      checkedOn="2026-01-01"
      onShow={vi.fn()}
      onChooseLocations={vi.fn()}
      dismissed={dismissed}
      onDismiss={onDismiss}
    />,
  );
  return onDismiss;
}

test('pay that the form lacks is “not found in this form”, and can be given elsewhere', async () => {
  expect(items.length).toBeGreaterThan(0);
  const onDismiss = await drawWith(new Set());
  expect(container.textContent).toContain('Not found in this form.');
  await act(async () => button('Given elsewhere')?.click());
  expect(onDismiss).toHaveBeenCalledExactlyOnceWith('legal-0', true);
});

test('what is given elsewhere asks no more, until it is asked to', async () => {
  const onDismiss = await drawWith(new Set(items.map(({ key }) => key)));
  expect(container.textContent).not.toContain('Not found in this form.');
  expect(button('Given elsewhere')).toBeUndefined();
  await act(async () => button('Ask again')?.click());
  expect(onDismiss).toHaveBeenCalledExactlyOnceWith('legal-0', false);
});
