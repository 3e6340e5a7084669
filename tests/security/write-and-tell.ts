import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore } from '../../sidecar/storage/store.ts';

/**
 * Writes one person after the other with an outcome, a self-report and a promoted policy, and prints each number once all
 * of it is acknowledged; run and killed by crash.full.ts.
 */
const [directory = ''] = process.argv.slice(2);
const store = openStore(directory);
const attributes = openAttributes(directory);
store.postings.save({ externalId: 'p1', title: 'Welder', text: 'We weld.' });
// The policy is a person's last write, so whoever was cut off is written again.
for (let n = store.policies.ids('span-policy').length; ; n += 1) {
  store.transaction(() => {
    store.candidates.save(
      {
        externalId: `c${n}`,
        text: `welds plate ${n}`,
        skills: [],
        licences: [],
        qualification: { occupations: [], skills: [], licences: [] },
      },
      `${n}`,
    );
    store.outcomes.save({ postingId: 'p1', externalId: `c${n}`, stage: 'applied', on: '2024-01-05' });
  });
  attributes.save({
    externalId: `c${n}`,
    attribute: 'gender',
    value: 'woman',
    lawfulBasis: 'consent',
    noticeVersion: '1',
    recordedOn: '2024-01-01',
  });
  store.transaction(() => {
    store.policies.save(`policy-${n}`, 'span-policy', { n });
    store.policies.promote(`policy-${n}`, 'span-policy', { n });
    store.auditLog.add('command line', 'promoted', { policyId: `policy-${n}` });
  });
  process.stdout.write(`${n}\n`);
}
