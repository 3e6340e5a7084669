import { afterAll, beforeAll, test } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../e2e/browser.ts';
import { storeSetting } from '../e2e/settings.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';
import { leading } from './fixtures/fixtures.ts';
import { expectMarksOnTheWord } from './mark-places.ts';
import { openSession } from './session.ts';

/** Where highlights do not show, an option draws boxes: they must stand on the words just the same. */
let browser: ExtensionBrowser;
let server: FixtureServer;

beforeAll(async () => {
  server = await startFixtureServer(Object.values(leading));
  browser = await launchWithExtension();
  await storeSetting(browser, 'drawing', 'boxes');
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

test.each([leading.contentEditable, leading.textarea, leading.tinymce6React])('$name', async (fixture) => {
  const session = await openSession(browser, server, fixture);
  await expectMarksOnTheWord(session);
  await session.close();
});
