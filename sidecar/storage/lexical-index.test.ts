import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldsOf } from '../recommender/candidate.ts';
import { buildLexicalIndex, openLexicalIndex } from '../recommender/lexical-index.ts';
import { erasePeople } from './erase.ts';
import { candidateOf } from './records.fixture.ts';
import type { Store } from './store.ts';
import { openTemporaryStore } from './temporary-store.fixture.ts';

let directory: string;
let store: Store;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
  store.candidates.save(candidateOf('c1', 'Chef\nMenus and a xylographer.'), 'h1');
  store.candidates.save(candidateOf('c2', 'Nurse\nWards and wards.'), 'h2');
});

const fields = () => [...store.candidates.all()].map(({ text, occupation }) => fieldsOf(text, occupation));
/** Opens it over the pool as it is now; `reads` counts the looks at the texts. */
function open() {
  const { state, people } = store.candidates.everyone();
  let reads = 0;
  const read = () => {
    reads += 1;
    return people.map(({ externalId, text, occupation }) => ({
      id: externalId,
      text,
      ...(occupation === undefined ? {} : { occupation }),
    }));
  };
  const ids = people.map(({ externalId }) => externalId);
  return { index: openLexicalIndex({ ids, state, read }, store.lexicalIndex), reads };
}

describe('the kept word index', () => {
  it('is read back as it was made, without a look at the texts', () => {
    const made = open();
    expect(made).toEqual({ index: buildLexicalIndex(fields()), reads: 1 });
    expect(open()).toEqual({ index: made.index, reads: 0 });
  });

  it('of an empty pool is one too', () => {
    store.candidates.remove('c1');
    store.candidates.remove('c2');
    open();
    expect(open()).toEqual({ index: buildLexicalIndex([]), reads: 0 });
  });

  it('is not used for a pool to which somebody came', () => {
    open();
    store.candidates.save(candidateOf('c3', 'Welder\nSteel.'), 'h3');
    const { index, reads } = open();
    expect([index.lengths.length, reads]).toEqual([3, 1]);
  });

  it.each([
    ['a changed text', () => store.candidates.save(candidateOf('c1', 'Chef\nMenus.'), 'h9')],
    ['a removed person', () => store.candidates.remove('c1')],
  ])('is dropped with %s, and one made before does not come back', (_what, change) => {
    const state = store.candidates.state();
    const index = buildLexicalIndex(fields());
    store.lexicalIndex.write(state, index);
    change();
    expect(store.lexicalIndex.read(state)).toBeUndefined();
    store.lexicalIndex.write(state, index);
    expect(store.lexicalIndex.read(state)).toBeUndefined();
  });

  it.each(['terms', 'positions'])('whose %s are damaged counts as none', (part) => {
    const state = store.candidates.state();
    store.lexicalIndex.write(state, buildLexicalIndex(fields()));
    const database = new SqliteDatabase(join(directory, 'autorefine.sqlite'));
    database
      .prepare("UPDATE made_of_pool SET content = ? WHERE what = 'lexical index' AND part = ?")
      .run(Buffer.from('[1, 2]'), part);
    database.close();
    expect(store.lexicalIndex.read(state)).toBeUndefined();
    store.lexicalIndex.write(state, buildLexicalIndex(fields()));
    expect(store.lexicalIndex.read(state)).toEqual(buildLexicalIndex(fields()));
  });

  it('holds nobody’s words after they were erased, in no file', () => {
    const holds = () =>
      readdirSync(directory, { withFileTypes: true })
        .filter((file) => file.isFile())
        .some(({ name }) => /xylographer/i.test(readFileSync(join(directory, name), 'latin1')));
    open();
    expect(holds()).toBe(true);
    erasePeople(directory, ['c1']);
    expect(holds()).toBe(false);
  });
});
