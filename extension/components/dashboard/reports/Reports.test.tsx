// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Analyst } from '../../../ask-analyst.ts';
import type { SidecarState } from '../../../messages.ts';
import { texts } from '../../../texts.ts';
import { mounted } from '../../mounted.fixture.ts';
import { Reports } from './Reports.tsx';

const { container, draw } = mounted();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const t = texts.dashboard.reports;
const askReport = vi.fn();
/** A service in which the sample company is there at the second look. */
function service() {
  const counts = [0, 5200];
  const ask = vi.fn(async () => ({
    candidates: counts.shift(),
    postings: 24,
    outcomes: 1,
    sample: true,
    imports: [],
  }));
  return { analyst: { ask } as unknown as Analyst, ask };
}
const pairedAs = (role: string) => ({ state: 'paired', role }) as SidecarState;

test('no report can be made while the sample company is, and it is said why', async () => {
  const { analyst } = service();
  await draw(<Reports sidecar={pairedAs('analyst')} askReport={askReport} analyst={analyst} />);
  expect(container.textContent).toContain(t.sampleBeingMade);
  expect(container.querySelectorAll('button')).toHaveLength(0);
  await act(() => vi.runOnlyPendingTimersAsync());
  expect(container.textContent).not.toContain(t.sampleBeingMade);
  expect(container.textContent).toContain(t.preview);
  expect(askReport).not.toHaveBeenCalled();
});

test('a recruiter is told that figures are the analyst’s, and nothing is asked', async () => {
  const { analyst, ask } = service();
  await draw(<Reports sidecar={pairedAs('recruiter')} askReport={askReport} analyst={analyst} />);
  expect(container.textContent).toContain(texts.report.needsAnalyst);
  expect(ask).not.toHaveBeenCalled();
});
