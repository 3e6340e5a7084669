// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Pool } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { PageRequestError } from '../../../pages-client.ts';
import { texts } from '../../../texts.ts';
import { mounted } from '../../mounted.fixture.ts';
import { CompanyOverview } from './CompanyOverview.tsx';

const { container, draw, leave } = mounted();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const t = texts.dashboard.overview;
const pool = (candidates: number): Pool => ({
  candidates,
  postings: 24,
  outcomes: 9120,
  sample: true,
  imports: [],
});

/** A service whose report is under way until the test settles it. */
function measuringService(pools: Pool[]) {
  const reports: { signal: AbortSignal; fail: (error: Error) => void }[] = [];
  const analyst = {
    ask: async () => (pools.length > 1 ? pools.shift() : pools[0]),
    waitFor: (_name: string, _parameters: unknown, signal: AbortSignal) =>
      new Promise((_, fail) => reports.push({ signal, fail })),
  } as unknown as Analyst;
  return { analyst, reports };
}
const show = (analyst: Analyst) => draw(<CompanyOverview analyst={analyst} />);

test('counts stand there at once, with a word on what is still measured; leaving the page cancels that', async () => {
  const { analyst, reports } = measuringService([pool(5200)]);
  await show(analyst);
  expect(container.textContent).toContain('5,200');
  expect(container.textContent).toContain(t.beingMeasured);
  await leave();
  expect(reports.map(({ signal }) => signal.aborted)).toEqual([true]);
});

test('a measurement that fails is said, and tried again on demand', async () => {
  const { analyst, reports } = measuringService([pool(5200)]);
  await show(analyst);
  await act(async () => reports[0]?.fail(new PageRequestError('The service stopped.', 'Start it again.')));
  expect(container.querySelector('[role=alert]')?.textContent).toContain('The service stopped.');
  await act(async () => container.querySelector<HTMLButtonElement>('[role=alert] button')?.click());
  expect(reports).toHaveLength(2);
  expect(container.textContent).toContain(t.beingMeasured);
});

test('no count of nobody is shown, and no report asked for, while the sample company is being made', async () => {
  const { analyst, reports } = measuringService([pool(0), pool(0), pool(5200)]);
  await show(analyst);
  expect(container.textContent).toContain(t.sampleBeingMade);
  expect(container.querySelectorAll('dd')).toHaveLength(0);
  await act(() => vi.runOnlyPendingTimersAsync());
  expect(reports).toHaveLength(0);
  await act(() => vi.runOnlyPendingTimersAsync());
  expect(container.textContent).toContain('5,200');
  expect(reports).toHaveLength(1);
});
