import { expect, test } from 'vitest';
import { storeSetting } from '../e2e/settings.ts';
import { serveFixturePages } from './fixture-pages.ts';
import type { EditorFixture } from './fixtures/fixture.ts';
import { leading } from './fixtures/fixtures.ts';
import { expectMarksOnTheWord } from './mark-places.ts';

/** A form whose first field is marked already when a modal dialog with the description opens over it. */
const modalOverMarks: EditorFixture = {
  ...leading.textarea,
  name: 'modal dialog opened over marks',
  body: `<textarea id="first" aria-label="Requirements" rows="2">A rockstar.</textarea>
    <dialog id="modal" style="width: 720px; margin: 120px 24px">${leading.textarea.body}</dialog>`,
  script: `${leading.textarea.script}
    // As high as the views make it, so that no scroll bar comes and moves the dialog.
    document.body.style.minHeight = '2000px';
    const open = () => {
      if (!document.querySelector('autorefine-marks')) return requestAnimationFrame(open);
      document.querySelector('#modal').showModal();
      // A ring around the focused field would show among the changed pixels.
      document.activeElement.blur();
      document.documentElement.dataset.ready = 'true';
    };
    open();`,
};

const pages = serveFixturePages([modalOverMarks]);

test.each(['highlights', 'boxes'] as const)('marks of a field in it stand above it: %s', async (drawing) => {
  await storeSetting(pages.browser, 'drawing', drawing);
  const session = await pages.open(modalOverMarks);
  await expect.poll(() => session.page.locator('autorefine-marks').count(), { timeout: 10_000 }).toBe(2);
  await expectMarksOnTheWord(session);
  await session.close();
});

test('closed and opened again, its marks are there again', async () => {
  await storeSetting(pages.browser, 'drawing', 'highlights');
  const session = await pages.open(modalOverMarks);
  const { page } = session;
  const layers = () => page.locator('autorefine-marks').count();
  await expect.poll(layers, { timeout: 10_000 }).toBe(2);
  await page.evaluate(() => document.querySelector<HTMLDialogElement>('#modal')?.close());
  await expect.poll(layers, { timeout: 10_000 }).toBe(1);
  await page.evaluate(() => {
    document.querySelector<HTMLDialogElement>('#modal')?.showModal();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await expect.poll(layers, { timeout: 10_000 }).toBe(2);
  await expectMarksOnTheWord(session);
  await session.close();
});
