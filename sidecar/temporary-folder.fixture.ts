import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder for one test, in the test itself or in `beforeEach`; it is removed after every `afterEach`. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'autorefine-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
