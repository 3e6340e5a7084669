import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from './store.ts';
import { openTemporaryStore } from './temporary-store.fixture.ts';

const candidate = (externalId: string, text: string) => ({
  externalId,
  text,
  skills: ['welding'],
  licences: [],
  qualification: { occupations: ['51-4121'], skills: ['welding'], licences: [] },
});

let directory: string;
let store: Store;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore({ now: () => new Date('2024-05-01T10:00:00Z') }));
});

describe('files', () => {
  it.skipIf(process.platform === 'win32')('are readable by their owner alone', () => {
    store.candidates.save(candidate('c1', 'welds steel'), 'h');
    const modes = readdirSync(directory).map((name) => statSync(join(directory, name)).mode & 0o777);
    expect(modes.length).toBeGreaterThan(0);
    expect(new Set(modes)).toEqual(new Set([0o600]));
  });
});

describe('candidates', () => {
  it('are imported, unchanged with an equal hash, updated with another', () => {
    expect(store.candidates.save(candidate('c1', 'welds steel'), 'h1')).toBe('imported');
    expect(store.candidates.save(candidate('c1', 'ignored'), 'h1')).toBe('unchanged');
    expect(store.candidates.find('c1')?.text).toBe('welds steel');
    expect(store.candidates.save(candidate('c1', 'welds copper'), 'h2')).toBe('updated');
    expect(store.candidates.find('c1')).toEqual(candidate('c1', 'welds copper'));
    expect(store.candidates.count()).toBe(1);
  });

  it('move the revision of the pool with every change and with nothing else', () => {
    const start = store.candidates.revision();
    store.candidates.save(candidate('c1', 'welds steel'), 'h1');
    store.candidates.save(candidate('c1', 'welds steel'), 'h1');
    expect(store.candidates.revision()).toBe(start + 1);
    store.candidates.remove('c1');
    expect(store.candidates.revision()).toBe(start + 2);
  });

  it('are in a state of its own after every change of what a list is made of, and after nothing else', () => {
    const states = [store.candidates.state()];
    const then = (change: () => unknown) => {
      change();
      states.push(store.candidates.state());
    };
    then(() => store.candidates.save(candidate('c1', 'welds steel'), 'h1'));
    then(() => store.candidates.save(candidate('c1', 'welds copper'), 'h2'));
    then(() => store.candidates.save(candidate('c1', 'welds steel'), 'h1'));
    then(() => store.candidates.remove('c1'));
    expect(new Set(states).size).toBe(5);
    store.candidates.save(candidate('c1', 'welds steel'), 'h1');
    const last = store.candidates.state();
    store.candidates.save(candidate('c1', 'welds steel'), 'h1');
    store.candidates.hold('c1', 'court case');
    expect([store.candidates.everyone().state, store.qualifiedPeople().state]).toEqual([last, last]);
  });

  it('are found by their words, best first, and lost from the index when removed or changed', () => {
    store.candidates.save(candidate('c1', 'welds steel pipes every day'), 'a');
    store.candidates.save(candidate('c2', 'teaches mathematics'), 'b');
    store.candidates.save(candidate('c3', 'pipes and pipes'), 'c');
    expect(store.candidates.search(['pipes'], 10).map((hit) => hit.externalId)).toEqual(['c3', 'c1']);
    store.candidates.remove('c3');
    store.candidates.save(candidate('c1', 'welds steel'), 'd');
    expect(store.candidates.search(['pipes'], 10)).toEqual([]);
    expect(store.candidates.search(['teach'], 10).map((hit) => hit.externalId)).toEqual(['c2']);
  });

  it('are searched with any text as data, never as query syntax', () => {
    store.candidates.save(candidate('c1', 'welds steel'), 'a');
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('"', '*', 'text:', 'NEAR(', ') OR (', '-steel', '^', "'; DROP TABLE candidates; --"),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 6 }), (terms) => {
        store.candidates.search(terms, 5);
        expect(store.candidates.search(['steel'], 5)).toHaveLength(1);
      }),
    );
  });

  it('round-trip any text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), fc.nat(), (text, hash) => {
        store.candidates.save(candidate('c', text), String(hash) + text);
        expect(store.candidates.find('c')?.text).toBe(text);
      }),
    );
  });

  it('named untouched are those without hold, recent change or recent outcome', () => {
    for (const id of ['old', 'held', 'active']) store.candidates.save(candidate(id, id), id);
    store.postings.save({ externalId: 'p1', title: 'Welder', text: 'We weld.' });
    store.outcomes.save({ postingId: 'p1', externalId: 'active', stage: 'applied', on: '2024-08-01' });
    store.candidates.hold('held', 'court case');
    expect(store.candidates.untouchedSince('2024-07-01')).toEqual(['old']);
    expect(store.candidates.untouchedSince('2024-04-01')).toEqual([]);
  });
});

describe('postings and outcomes', () => {
  it('keep every version of a text and the newest one in front', () => {
    const posting = { externalId: 'p1', title: 'Welder', text: 'We need a rockstar.', employer: 'Northwind' };
    expect(store.postings.save(posting)).toBe('imported');
    expect(store.postings.save(posting)).toBe('unchanged');
    expect(store.postings.save({ ...posting, text: 'We need a welder.' })).toBe('updated');
    expect(store.postings.find('p1')?.text).toBe('We need a welder.');
    expect(store.postings.versions('p1').map((v) => v.text)).toEqual([posting.text, 'We need a welder.']);
  });

  it('refuse an outcome of a person or posting that is not there, and go with the person', () => {
    store.postings.save({ externalId: 'p1', title: 'Welder', text: 'We weld.' });
    const outcome = { postingId: 'p1', externalId: 'c1', stage: 'applied', on: '2024-03-01' } as const;
    expect(() => store.outcomes.save(outcome)).toThrow(/no candidate "c1"/);
    expect(() => store.outcomes.save({ ...outcome, postingId: 'p9' })).toThrow(/no posting "p9"/);
    store.candidates.save(candidate('c1', 'welds'), 'h');
    expect(store.outcomes.save(outcome)).toBe('imported');
    expect(store.outcomes.save(outcome)).toBe('unchanged');
    expect(store.outcomes.save({ ...outcome, on: '2024-03-02' })).toBe('updated');
    store.candidates.remove('c1');
    expect(store.outcomes.count()).toBe(0);
  });
});

describe('the smaller tables', () => {
  it('settings are off until chosen', () => {
    expect(store.settings.read()).toMatchObject({ measuring: false, optimising: false, sample: false });
    store.settings.update({ measuring: true });
    store.settings.setRetention(365);
    expect(store.settings.read()).toMatchObject({ measuring: true, retentionDays: 365 });
    store.settings.setRetention(undefined);
    expect(store.settings.read()).not.toHaveProperty('retentionDays');
  });

  it('the audit log cannot be changed, not even with SQL of our own', () => {
    store.auditLog.add('command line', 'imported', { candidates: 3 });
    expect(store.auditLog.page(10)).toEqual([
      {
        id: 1,
        at: '2024-05-01T10:00:00.000Z',
        actor: 'command line',
        action: 'imported',
        detail: { candidates: 3 },
      },
    ]);
  });

  it('looks at the report fold spend a level that never sums to more than .05', () => {
    const looks = Array.from({ length: 50 }, () => store.looks.record('salt', 'report'));
    expect(looks[0]).toEqual({ n: 1, level: 0.025 });
    expect(looks.reduce((sum, look) => sum + look.level, 0)).toBeLessThan(0.05);
    expect(store.looks.record('another salt', 'report').n).toBe(1);
  });

  it('the previous policy is one withdrawal away', () => {
    for (const id of ['a', 'b']) {
      store.policies.save(id, 'span-policy', { id });
      store.policies.promote(id, 'span-policy', {});
    }
    expect(store.policies.current('span-policy')?.policyId).toBe('b');
    expect(store.policies.withdraw('span-policy')?.policyId).toBe('a');
    expect(store.policies.withdraw('span-policy')).toBeUndefined();
  });

  it('an unfinished import of the same content goes on where it stood, a finished one starts anew', () => {
    const first = store.imports.begin('candidates', 'hash');
    store.imports.advance(first.id, 500, { ...first.summary, imported: 500 });
    expect(store.imports.begin('candidates', 'hash')).toMatchObject({ id: first.id, position: 500 });
    store.imports.finish(first.id, { ...first.summary, imported: 700 });
    expect(store.imports.begin('candidates', 'hash').position).toBe(0);
  });

  it('a transaction that fails leaves nothing', () => {
    const work = () =>
      store.transaction(() => {
        store.candidates.save(candidate('c1', 'welds'), 'h');
        throw new Error('stop');
      });
    expect(work).toThrow('stop');
    expect(store.candidates.count()).toBe(0);
  });
});
