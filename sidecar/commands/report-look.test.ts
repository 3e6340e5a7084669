import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../storage/store.ts';
import { describeLook, recordLook } from './report-look.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('looks are counted by what they look at, each tested at a lower level', () => {
  openStore(folder).close();
  const looks = ['salt a', 'salt a', 'salt b'].map((key) => recordLook(folder, key));
  expect(looks.map((look) => look?.n)).toEqual([1, 2, 1]);
  expect(looks[1]?.level).toBeCloseTo(0.05 / 6);
  expect(describeLook(looks[1])).toBe(
    'Look number 2 at these report candidates; read its p-values against 0.0083.',
  );
});

it('without a data folder nothing is counted, and none is made', () => {
  const look = recordLook(join(folder, 'absent'), 'salt a');
  expect(look).toBeUndefined();
  expect(describeLook(look)).toContain('not counted');
  expect(readdirSync(folder)).toEqual([]);
});
