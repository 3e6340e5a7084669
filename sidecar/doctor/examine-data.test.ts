import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAttributes } from '../storage/attributes.ts';
import { candidateOf, selfReportOf } from '../storage/records.fixture.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { examineData } from './examine-data.ts';

const diagnosisOf = (folder: string, what: string) =>
  [...examineData(folder)].find((diagnosis) => diagnosis.what === what);

describe('the database', () => {
  it('that is not there yet is optional', () => {
    expect([...examineData(join(temporaryFolder(), 'none'))]).toMatchObject([
      { what: 'Database', state: 'optional' },
    ]);
  });

  it('that is none is broken, with the mend', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'autorefine.sqlite'), 'a shopping list that is long enough for a header');
    expect([...examineData(folder)]).toMatchObject([
      { what: 'Database', state: 'broken', mend: expect.stringMatching(/./) },
    ]);
  });
});

describe('measuring', () => {
  let store: Store;
  let directory: string;
  beforeEach(() => {
    ({ store, directory } = openTemporaryStore());
  });
  const measuring = () => diagnosisOf(directory, 'Measuring');

  it('that is switched off is said, with the switch', () => {
    expect(measuring()).toMatchObject({ state: 'optional', mend: 'autorefine settings --measuring on' });
  });

  it('without enough postings and people says how many there are and how many it takes', () => {
    store.settings.update({ measuring: true });
    expect(measuring()).toMatchObject({
      state: 'optional',
      detail: 'Not enough data. 0 past postings; self-reports: nobody.',
      mend: expect.stringMatching(/At least 5 postings and 100 people/),
    });
  });

  it('works with enough of both', () => {
    store.settings.update({ measuring: true });
    const attributes = openAttributes(directory);
    store.transaction(() => {
      for (let i = 0; i < 100; i += 1) {
        store.candidates.save(candidateOf(`c${i}`, `Chef ${i}`), `h${i}`);
        attributes.save(selfReportOf(`c${i}`, i % 2 ? 'woman' : 'man'));
      }
      for (let i = 0; i < 5; i += 1)
        store.postings.save({ externalId: `p${i}`, title: 'Chef', text: 'Cook.' });
    });
    attributes.close();
    expect(measuring()).toMatchObject({
      state: 'works',
      detail: '5 past postings; self-reports: gender of 100 people.',
    });
  });
});
