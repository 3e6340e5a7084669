import { parseArgs } from 'node:util';
import { printRows } from './detection-row.ts';
import { auditRows } from './fairness-audit.ts';
import { reportRows } from './fairness-report.ts';

/**
 * `node --import tsx tests/bench/fairness.ts [--quick] [--json]`: what the figures of a large table and a report of a
 * large company cost. `--quick` takes a tenth of the rows, against the same goals.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const part = values.quick ? 10 : 1;
printRows([...auditRows(1_000_000 / part), ...(await reportRows(100_000 / part))], values.json ?? false);
