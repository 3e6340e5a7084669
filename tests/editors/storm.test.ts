import { expect, test } from 'vitest';
import { serveFixturePages } from './fixture-pages.ts';
import { leading } from './fixtures/fixtures.ts';
import { expectMarksOnTheWord } from './mark-places.ts';
import type { EditorSession } from './session.ts';

/** A page that keeps changing gets boxes for marks, which cost it nothing; calm and typing keep highlights. */
const pages = serveFixturePages(Object.values(leading));

/** A list beside the form, far below it, that changes as fast as the page can, until `calm()` is called in the page. */
async function startStorm({ page }: EditorSession): Promise<void> {
  await page.evaluate(() => {
    const feed = document.createElement('ul');
    feed.style.cssText = 'position: absolute; top: 1500px; height: 100px; overflow: hidden';
    document.body.append(feed);
    let stormy = true;
    const change = () => {
      if (!stormy) return;
      feed.replaceChildren(document.createElement('li'));
      setTimeout(change, 5);
    };
    change();
    Object.assign(globalThis, {
      calm: () => {
        stormy = false;
      },
    });
  });
}

const calm = ({ page }: EditorSession) =>
  page.evaluate(() => (globalThis as unknown as { calm(): void }).calm());

test.each([leading.contentEditable, leading.textarea])(
  '$name: marks stay on their words in a storm, and are highlights again after it',
  async (fixture) => {
    const session = await pages.open(fixture);
    const { page } = session;
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await startStorm(session);
    await page.waitForFunction(() => CSS.highlights.size === 0);
    expect(await page.locator('autorefine-marks').count()).toBe(1);
    expect((await session.apply('ninja', 'expert')).notApplied).toEqual([]);
    await calm(session);
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await session.close();
  },
);

test('in a storm marks stand on the words', async () => {
  const session = await pages.open(leading.contentEditable);
  await startStorm(session);
  await session.page.waitForFunction(() => CSS.highlights.size === 0);
  await expectMarksOnTheWord(session);
  await session.close();
});

test('typing is no storm, whatever the page changes with each key', async () => {
  const session = await pages.open(leading.contentEditable);
  const { page, editable } = session;
  await page.evaluate(() => {
    const seen = { highlights: 0, keys: 0 };
    const count = document.createElement('output');
    document.body.append(count);
    document.querySelector('#editor')?.addEventListener('input', () => {
      seen.keys += 1;
      for (let i = 0; i < 3; i += 1) setTimeout(() => count.replaceChildren(String(seen.keys)), i);
      seen.highlights += Math.sign(CSS.highlights.size);
    });
    Object.assign(globalThis, { seen });
  });
  await editable.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' They plan the tours of the week together.'.repeat(3), { delay: 20 });
  const seen = await page.evaluate(
    () => (globalThis as unknown as { seen: { highlights: number; keys: number } }).seen,
  );
  expect(seen.keys).toBeGreaterThan(100);
  expect(seen.highlights).toBe(seen.keys);
  await session.close();
});
