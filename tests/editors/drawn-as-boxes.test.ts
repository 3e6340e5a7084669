import { beforeAll, test } from 'vitest';
import { storeSetting } from '../e2e/settings.ts';
import { serveFixturePages } from './fixture-pages.ts';
import { leading } from './fixtures/fixtures.ts';
import { expectMarksOnTheWord } from './mark-places.ts';

/** Where highlights do not show, an option draws boxes: they must stand on the words just the same. */
const pages = serveFixturePages(Object.values(leading));
beforeAll(async () => {
  await storeSetting(pages.browser, 'drawing', 'boxes');
});

test.each([leading.contentEditable, leading.textarea, leading.tinymce6React])('$name', async (fixture) => {
  const session = await pages.open(fixture);
  await expectMarksOnTheWord(session);
  await session.close();
});
