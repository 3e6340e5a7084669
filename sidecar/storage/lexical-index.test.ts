import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { fieldsOf } from '../recommender/candidate.ts';
import { contentKey } from '../recommender/content-key.ts';
import { buildLexicalIndex, type LexicalIndex, openLexicalIndex } from '../recommender/lexical-index.ts';
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
const open = () => openLexicalIndex(fields(), fields().map(contentKey), store.lexicalIndex);
/** What the table answers to whatever key it is asked for. */
function kept(): LexicalIndex | undefined {
  let asked = '';
  openLexicalIndex(fields(), fields().map(contentKey), {
    read: (key) => {
      asked = key;
      return undefined;
    },
    write: () => undefined,
  });
  return store.lexicalIndex.read(asked);
}

describe('the kept word index', () => {
  it('is read back as it was made', () => {
    const made = open();
    expect(made).toEqual(buildLexicalIndex(fields()));
    expect(kept()).toEqual(made);
  });

  it('of an empty pool is one too', () => {
    store.candidates.remove('c1');
    store.candidates.remove('c2');
    open();
    expect(kept()).toEqual(buildLexicalIndex([]));
  });

  it('is not used for a pool to which somebody came', () => {
    open();
    store.candidates.save(candidateOf('c3', 'Welder\nSteel.'), 'h3');
    expect(kept()).toBeUndefined();
    expect(open().lengths).toHaveLength(3);
  });

  it.each([
    ['a changed text', () => store.candidates.save(candidateOf('c1', 'Chef\nMenus.'), 'h9')],
    ['a removed person', () => store.candidates.remove('c1')],
  ])('is dropped with %s', (_what, change) => {
    const key = 'any key';
    store.lexicalIndex.write(key, buildLexicalIndex(fields()));
    expect(store.lexicalIndex.read(key)).toBeDefined();
    change();
    expect(store.lexicalIndex.read(key)).toBeUndefined();
  });

  it.each(['terms', 'positions'])('whose %s are damaged counts as none', (part) => {
    const key = 'any key';
    store.lexicalIndex.write(key, buildLexicalIndex(fields()));
    const database = new SqliteDatabase(join(directory, 'autorefine.sqlite'));
    database.prepare('UPDATE lexical_index SET content = ? WHERE part = ?').run(Buffer.from('[1, 2]'), part);
    database.close();
    expect(store.lexicalIndex.read(key)).toBeUndefined();
    store.lexicalIndex.write(key, buildLexicalIndex(fields()));
    expect(store.lexicalIndex.read(key)).toEqual(buildLexicalIndex(fields()));
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
