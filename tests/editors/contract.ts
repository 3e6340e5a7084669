import { afterAll, beforeAll, describe, test } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../e2e/browser.ts';
import { checks } from './checks.ts';
import { type FixtureServer, startFixtureServer } from './fixture-server.ts';
import type { EditorFixture } from './fixtures/fixture.ts';
import { openSession } from './session.ts';

/** What became of one check of one editor. */
export type Outcome = (fixture: EditorFixture, check: number, passed: boolean) => void;

/** Holds the numbered checks (all when none are named) against each fixture, in one browser, each on a fresh page. */
export function testContract(
  fixtures: readonly EditorFixture[],
  numbers: readonly number[] = checks.map(({ number }) => number),
  onOutcome: Outcome = () => undefined,
): void {
  let browser: ExtensionBrowser;
  let server: FixtureServer;

  beforeAll(async () => {
    server = await startFixtureServer(fixtures);
    browser = await launchWithExtension();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  describe.each(fixtures)('$name', (fixture) => {
    for (const check of checks.filter(({ number }) => numbers.includes(number))) {
      test(`${check.number} ${check.says}`, async () => {
        onOutcome(fixture, check.number, false);
        const session = await openSession(browser, server, fixture);
        try {
          await check.run(session);
        } finally {
          await session.close();
        }
        if (browser.escaped.length > 0) throw new Error(`Left this machine: ${browser.escaped.join(', ')}`);
        onOutcome(fixture, check.number, true);
      });
    }
  });
}
