import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { replaceFile } from './replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

it('leaves the new content, readable by its owner alone, and nothing beside it', () => {
  const path = join(folder, 'kept');
  writeFileSync(path, 'before');
  replaceFile(path, 'after');
  expect(readFileSync(path, 'utf8')).toBe('after');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['kept']);
});

it('leaves what was there when it cannot be replaced', () => {
  const path = join(folder, 'kept');
  mkdirSync(join(path, 'in the way'), { recursive: true });
  expect(() => replaceFile(path, 'after')).toThrow();
  expect(readdirSync(folder)).toEqual(['kept']);
  expect(readdirSync(path)).toEqual(['in the way']);
});
