import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../sidecar/storage/store.ts';
import { attack, baseRate, serviceAnswers } from './known-words-attack.ts';

let directory: string;
let store: Store;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  store = openStore(directory);
});
afterEach(() => {
  store.close();
  rmSync(directory, { recursive: true });
});

it('in 10,000 calls no group is recovered better than by the base rate', async () => {
  expect(await attack(serviceAnswers(store), 100)).toBeLessThanOrEqual(baseRate);
}, 600_000);
