import { join } from 'node:path';
import { policyTrainingSchema } from '../../shared/protocol/training-run.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { candidateOf, selfReportOf } from '../../sidecar/storage/records.fixture.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { createCheckpointFile } from '../../sidecar/training-jobs/checkpoint-file.ts';

/**
 * Writes one person after the other with an outcome, a self-report, an epoch of a training run with its checkpoint, and a
 * promoted policy, and prints each number once all of it is acknowledged; run and killed by crash.full.ts.
 */
const [directory = ''] = process.argv.slice(2);
const store = openStore(directory);
const attributes = openAttributes(directory);
store.postings.save({ externalId: 'p1', title: 'Welder', text: 'We weld.' });
const checkpoint = createCheckpointFile(join(directory, 'training', 'checkpoint.json'), 'run');
const run =
  store.trainingRuns.all()[0]?.id ??
  store.trainingRuns.add(policyTrainingSchema.parse({ kind: 'policy' }), 'test').id;
const pointOf = (epoch: number) => ({
  epoch,
  reward: 0,
  excessGap: { optimise: 0, select: 0 },
  selectScore: 0,
  entropy: 0,
  divergence: 0,
  evaluations: epoch,
  evaluationsPerSecond: 1,
});
// The policy is a person's last write, so whoever was cut off is written again.
for (let n = store.policies.ids('span-policy').length; ; n += 1) {
  store.transaction(() => {
    store.candidates.save(candidateOf(`c${n}`, `welds plate ${n}`), `${n}`);
    store.outcomes.save({ postingId: 'p1', externalId: `c${n}`, stage: 'applied', on: '2024-01-05' });
  });
  attributes.save(selfReportOf(`c${n}`, 'woman'));
  checkpoint.write({ look: { n: n + 1, level: 0.05 } });
  store.trainingRuns.addPoint(run, pointOf(n));
  store.transaction(() => {
    store.policies.save(`policy-${n}`, 'span-policy', { n });
    store.policies.promote(`policy-${n}`, 'span-policy', { n });
    store.auditLog.add('command line', 'promoted', { policyId: `policy-${n}` });
  });
  process.stdout.write(`${n}\n`);
}
