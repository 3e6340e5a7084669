import { afterAll, beforeAll } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../e2e/browser.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';
import type { EditorFixture } from './fixtures/fixture.ts';
import { type EditorSession, openSession } from './session.ts';

/** A browser with the extension and the pages of some fixtures, while the tests of a file run. */
export interface FixturePages {
  readonly browser: ExtensionBrowser;
  /** Opens a fixture's page and waits until its posting field is found; the test closes it. */
  open(fixture: EditorFixture): Promise<EditorSession>;
}

/** Starts both before the first test of the file, or group, that calls this, and stops both after the last. */
export function serveFixturePages(fixtures: readonly EditorFixture[]): FixturePages {
  let browser: ExtensionBrowser | undefined;
  let server: FixtureServer | undefined;

  beforeAll(async () => {
    server = await startFixtureServer(fixtures);
    browser = await launchWithExtension();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  const started = <Value>(value: Value | undefined): Value => {
    if (!value) throw new Error('Fixture pages are there only while tests run.');
    return value;
  };
  return {
    get browser() {
      return started(browser);
    },
    open: (fixture) => openSession(started(browser), started(server), fixture),
  };
}
