import { parseArgs } from 'node:util';
import { buildExtension } from '../../sidecar/start/extension-build.ts';
import { launchWithExtension } from '../e2e/browser.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';
import { coldStart, frameCosts, pasteTasks, stormShare, typingCosts } from './page-measures.ts';
import { startPageServer } from './page-server.ts';

/**
 * `npm run bench:page -- [--quick] [--json]`: what AutoRefine costs the page it works in, in real Chromium. Each figure is what
 * the page takes with it, less what the same page takes on a host where it does not run.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const quick = values.quick ?? false;

await buildExtension();
const server = await startPageServer();
const browser = await launchWithExtension();
try {
  // The baseline is the same page on `localhost`, where the extension has no business.
  await browser.context.unrouteAll();
  // Under tsx, functions keep their names by a helper that a page lacks.
  await browser.context.addInitScript('globalThis.__name ??= (named) => named');
  const rounds = quick ? 3 : 10;
  const rows: Row[] = [
    row(
      'cold start to the first mark, 5,000 characters',
      'ms',
      await coldStart(browser, server, rounds),
      150,
    ),
    row('20,000-word paste, longest task', 'ms', await pasteTasks(browser, server, quick ? 2 : 5), 50),
    row(
      'typing in 5,000 words, 95th percentile of a key',
      'ms',
      await typingCosts(browser, server, quick ? 60 : 300),
      16,
    ),
    row('mutation storm, share of a core', '%', await stormShare(browser, server, quick ? 2 : 5), 5),
    row('30 frames without a field, each', 'ms', await frameCosts(browser, server, rounds), 5),
  ];
  printRows(rows, values.json ?? false);
} finally {
  await browser.close();
  await server.close();
}

/** The median of the rounds, with the lowest and the highest. */
function row(name: string, unit: string, measured: readonly number[], atMost: number): Row {
  const sorted = [...measured].sort((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const spread = [sorted[0] ?? Number.NaN, sorted.at(-1) ?? Number.NaN] as const;
  return withGoal({ name, value, unit, spread }, { atMost });
}
