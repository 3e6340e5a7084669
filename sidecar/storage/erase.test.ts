import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { applyRetention } from './apply-retention.ts';
import { openAttributes } from './attributes.ts';
import { backUp, restore } from './backup.ts';
import { erasePeople } from './erase.ts';
import { candidateOf, selfReportOf } from './records.fixture.ts';
import { peoplePastRetention } from './retention.ts';
import { openStore } from './store.ts';
import { createVectorFile } from './vector-file.ts';

/** Words and an id that stand nowhere but in the record of the person to be erased. */
const traces = ['xylographer', 'quokkaville', 'person-7431', 'zamboni'];

const person = (externalId: string, text: string) =>
  candidateOf(externalId, text, { skills: text.split(' ').slice(0, 1) });

let root: string;
let directory: string;
beforeEach(() => {
  root = temporaryFolder();
  directory = join(root, 'data');
  const store = openStore(directory, { now: () => new Date('2024-01-10T00:00:00Z') });
  for (let n = 0; n < 300; n += 1)
    store.candidates.save(person(`c${n}`, `welder number ${n} `.repeat(50)), `${n}`);
  store.candidates.save(person('person-7431', `${'xylographer quokkaville zamboni '.repeat(400)}`), 'h');
  store.postings.save({ externalId: 'p1', title: 'Welder', text: 'We weld.' });
  store.outcomes.save({ postingId: 'p1', externalId: 'person-7431', stage: 'applied', on: '2024-01-05' });
  store.close();
  const attributes = openAttributes(directory);
  attributes.save(selfReportOf('person-7431', 'zamboni'));
  attributes.close();
});

/** Files under a folder whose bytes hold any of the traces, in whatever encoding SQLite or FTS5 keeps them. */
function filesWithTraces(): string[] {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      // FTS5 keeps stemmed words and shares prefixes, so a part of each word is looked for too.
      return [...traces, 'ylograph', 'uokkavil'].some((trace) => bytes.includes(trace));
    });
}

describe('erasing a person', () => {
  it('leaves no byte in databases, full-text index, free pages, write-ahead logs and backups', () => {
    backUp(directory, join(root, 'elsewhere'));
    backUp(directory, join(directory, 'backups', 'monday'));
    const model = {
      dimensions: 1,
      vocabulary: new Map([['xylographer', 0]]),
      projection: Float32Array.of(1),
    };
    const keys = Array.from({ length: 301 }, (_, n) => `key ${n}`);
    const open = openStore(directory);
    const state = open.candidates.state();
    const rows = new Float32Array(301);
    createVectorFile(open, 1).write({ model, state, changedShare: 0, fittedOn: keys, keys, rows });
    open.close();
    expect(filesWithTraces().length).toBeGreaterThanOrEqual(7);

    const erasure = erasePeople(directory, ['person-7431']);

    expect(filesWithTraces()).toEqual([]);
    expect(erasure).toMatchObject({ people: 1, unreachable: [] });
    expect(erasure.folders).toHaveLength(3);
    const store = openStore(directory);
    expect(store.candidates.count()).toBe(300);
    expect(store.candidates.search(['welder'], 1000)).toHaveLength(300);
    expect(store.integrityProblems()).toEqual([]);
    store.close();
  });

  it('names the policies and language models that were trained with the person in the pool', () => {
    const store = openStore(directory);
    store.policies.save('policy-1', 'span-policy', {});
    store.policies.save('autorefine-own:1', 'language-model', {});
    store.close();
    expect(erasePeople(directory, ['person-7431']).stale).toEqual(['policy-1', 'autorefine-own:1']);
    expect(erasePeople(directory, ['person-7431']).stale).toEqual([]);
  });

  it('names a backup that it could not open', () => {
    const folder = backUp(directory, join(root, 'elsewhere'));
    writeFileSync(
      join(folder, 'autorefine.sqlite'),
      'not a database at all, but long enough to be read as one',
    );
    expect(erasePeople(directory, ['person-7431']).unreachable).toEqual([
      { folder, why: expect.stringMatching(/not an AutoRefine database/) },
    ]);
  });

  it('names the copy of a newer database, which it cannot read', () => {
    backUp(directory, join(directory, 'backups', 'first'));
    const copy = join(directory, 'backups', 'autorefine-schema-99.sqlite');
    copyFileSync(join(directory, 'backups', 'first', 'autorefine.sqlite'), copy);
    expect(erasePeople(directory, ['person-7431']).unreachable).toEqual([
      { folder: copy, why: expect.stringMatching(/newer version/) },
    ]);
  });

  it('of whom nothing is kept changes nothing', () => {
    expect(erasePeople(directory, ['nobody'])).toMatchObject({ people: 0 });
  });
});

describe('a backup', () => {
  it('comes back as it was, and what it replaced is kept', () => {
    const folder = backUp(directory, join(root, 'elsewhere'));
    const store = openStore(directory);
    store.candidates.remove('c1');
    store.close();

    const kept = restore(directory, folder, new Date('2024-02-01T00:00:00Z'));

    const restored = openStore(directory);
    expect(restored.candidates.count()).toBe(301);
    restored.close();
    const replaced = openStore(kept);
    expect(replaced.candidates.count()).toBe(300);
    replaced.close();
  });

  it('brings the pool back in its state, and no later state is one that was there before', () => {
    const change = (text: string) => {
      const store = openStore(directory);
      const before = store.candidates.state();
      store.candidates.save(person('c1', text), text);
      const after = store.candidates.state();
      store.close();
      return { before, after };
    };
    const folder = backUp(directory, join(root, 'elsewhere'));
    const first = change('welds copper');
    restore(directory, folder, new Date('2024-02-01T00:00:00Z'));
    const second = change('welds brass');
    expect(second.before).toBe(first.before);
    expect(second.after).not.toBe(first.after);
  });

  it('is not written over another, and a damaged one is not restored', () => {
    const folder = backUp(directory, join(root, 'elsewhere'));
    expect(() => backUp(directory, folder)).toThrow(/exists already/);
    const bytes = readFileSync(join(folder, 'autorefine.sqlite'));
    bytes.fill(0xff, 8192, 40_000);
    writeFileSync(join(folder, 'autorefine.sqlite'), bytes);
    expect(() => restore(directory, folder, new Date())).toThrow(/damaged/);
    expect(() => restore(directory, join(root, 'nowhere'), new Date())).toThrow(/missing/);
    const store = openStore(directory);
    expect(store.candidates.count()).toBe(301);
    store.close();
  });
});

describe('retention', () => {
  const due = (settings: { days?: number; jurisdictions?: string[] }, today: string) => {
    const store = openStore(directory);
    store.settings.setRetention(settings.days);
    store.settings.update({ jurisdictions: settings.jurisdictions ?? [] });
    store.candidates.hold('c0', 'court case');
    const people = peoplePastRetention(store, new Date(today)).length;
    store.close();
    return people;
  };

  it('is off until a time is set, spares holds, and respects the longest floor', () => {
    expect(due({}, '2034-01-01')).toBe(0);
    expect(due({ days: 30 }, '2024-02-01')).toBe(0);
    expect(due({ days: 30 }, '2024-03-01')).toBe(300);
    expect(due({ days: 30, jurisdictions: ['US'] }, '2024-03-01')).toBe(0);
    expect(due({ days: 30, jurisdictions: ['US', 'US-CA'] }, '2026-03-01')).toBe(0);
    expect(due({ days: 30, jurisdictions: ['US'] }, '2026-03-01')).toBe(300);
  });

  it('erases at the start of the service who is due and nobody else, and notes how many', () => {
    expect(applyRetention(directory, new Date('2034-01-01'))).toBeUndefined();
    due({ days: 30 }, '2024-03-01');
    expect(applyRetention(directory, new Date('2024-03-01'))).toMatchObject({ people: 300 });
    expect(filesWithTraces()).toEqual([]);
    const store = openStore(directory);
    expect([...store.candidates.all()].map(({ externalId }) => externalId)).toEqual(['c0']);
    expect(store.auditLog.page(1)).toMatchObject([
      { actor: 'retention', action: 'erased', detail: { people: 300 } },
    ]);
    store.close();
  });
});
