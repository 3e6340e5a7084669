import { describe, test } from 'vitest';
import { checks } from './checks.ts';
import { serveFixturePages } from './fixture-pages.ts';
import type { EditorFixture } from './fixtures/fixture.ts';

/** What became of one check of one editor. */
export type Outcome = (fixture: EditorFixture, check: number, passed: boolean) => void;

/** Holds the numbered checks (all when none are named) against each fixture, in one browser, each on a fresh page. */
export function testContract(
  fixtures: readonly EditorFixture[],
  numbers: readonly number[] = checks.map(({ number }) => number),
  onOutcome: Outcome = () => undefined,
): void {
  const pages = serveFixturePages(fixtures);

  describe.each(fixtures)('$name', (fixture) => {
    for (const check of checks.filter(({ number }) => numbers.includes(number))) {
      test(`${check.number} ${check.says}`, async () => {
        onOutcome(fixture, check.number, false);
        const session = await pages.open(fixture);
        try {
          await check.run(session);
        } finally {
          await session.close();
        }
        const { escaped } = pages.browser;
        if (escaped.length > 0) throw new Error(`Left this machine: ${escaped.join(', ')}`);
        onOutcome(fixture, check.number, true);
      });
    }
  });
}
