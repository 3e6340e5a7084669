import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StoredQualification } from './candidates.ts';
import { erasePeople } from './erase.ts';
import { candidateOf } from './records.fixture.ts';
import { openStore, type Store } from './store.ts';
import { openTemporaryStore } from './temporary-store.fixture.ts';

let directory: string;
let store: Store;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
});

const save = (id: string, qualification: StoredQualification) =>
  store.candidates.save(candidateOf(id, 'text', { qualification }), JSON.stringify(qualification));
const asSets = ({ occupations, skills, licences, ...years }: StoredQualification) => ({
  occupations: new Set(occupations),
  skills: new Set(skills),
  licences: new Set(licences),
  ...years,
});
const nurse = { occupations: ['29-1140'], skills: ['wound care', 'triage'], licences: ['nurse'], years: 4 };

/** Changes a kept part behind the program's back. */
function damage(part: string, content: Buffer): void {
  const database = new SqliteDatabase(join(directory, 'autorefine.sqlite'));
  database
    .prepare("UPDATE made_of_pool SET content = ? WHERE what = 'qualifications' AND part = ?")
    .run(content, part);
  database.close();
}

describe('everybody’s qualifications', () => {
  it('are what the rows say, read for the first time and read back', () => {
    const labels = fc.uniqueArray(fc.string(), { maxLength: 3 });
    const qualification = fc.record(
      { occupations: labels, skills: labels, licences: labels, years: fc.nat({ max: 80 }) },
      { requiredKeys: ['occupations', 'skills', 'licences'] },
    );
    fc.assert(
      fc.property(fc.array(qualification, { maxLength: 6 }), (people) => {
        for (const { externalId } of [...store.candidates.all()]) store.candidates.remove(externalId);
        for (const [i, one] of people.entries()) save(`c${i}`, one);
        const expected = {
          state: store.candidates.state(),
          ids: people.map((_, i) => `c${i}`),
          qualifications: people.map(asSets),
        };
        expect(store.qualifiedPeople()).toEqual(expected);
        expect(store.qualifiedPeople()).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  });

  it('come from what was kept, also in the next process, until somebody changes', () => {
    save('c1', nurse);
    store.qualifiedPeople();
    damage('names', Buffer.from('["29-1140","first aid","triage","nurse"]'));
    const again = openStore(directory);
    expect(again.qualifiedPeople().qualifications[0]?.skills).toEqual(new Set(['first aid', 'triage']));
    again.close();
    save('c1', { ...nurse, skills: ['surgery'] });
    expect(store.qualifiedPeople().qualifications[0]?.skills).toEqual(new Set(['surgery']));
  });

  it.each(['ids', 'names', 'offsets', 'members', 'lists', 'years'])(
    'whose %s are damaged are read again',
    (part) => {
      save('c1', nurse);
      const whole = store.qualifiedPeople();
      for (const content of ['[1]', '[]', '']) {
        damage(part, Buffer.from(content));
        expect(store.qualifiedPeople()).toEqual(whole);
      }
    },
  );

  it('go with the person, from every file', () => {
    save('c1', { ...nurse, skills: ['xylography'] });
    store.qualifiedPeople();
    const holds = () =>
      readdirSync(directory, { withFileTypes: true })
        .filter((file) => file.isFile())
        .some(({ name }) => readFileSync(join(directory, name), 'latin1').includes('xylography'));
    expect(holds()).toBe(true);
    erasePeople(directory, ['c1']);
    expect(holds()).toBe(false);
  });
});
