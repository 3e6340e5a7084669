import { describe, expect, test } from 'vitest';
import { readCard } from './card-probe.ts';
import { serveFixturePages } from './fixture-pages.ts';
import { leading } from './fixtures/fixtures.ts';
import { changedBox, underWord, withAndWithoutMarks } from './pixels.ts';
import { grammarly, languageTool, type WordBox } from './replicas.ts';
import type { EditorSession } from './session.ts';

/** Where another writing assistant marks the same field: ours stay readable, and a word gets one card. */
const pages = serveFixturePages(Object.values(leading));

const word = 'salesman';

/** Waits until the fields were looked at again and the marks stand clear of the other assistant's lines. */
async function seenBeside({ page }: EditorSession): Promise<void> {
  await page.waitForFunction(() => {
    const names = [...CSS.highlights.keys()];
    return names.length > 0 && names.every((name) => name.endsWith('-low'));
  });
}

async function boxOfWord({ editable }: EditorSession): Promise<WordBox> {
  return editable.evaluate((root, text) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const start = node.data.indexOf(text);
      if (start < 0) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
    throw new Error(`“${text}” is not in the editor.`);
  }, word);
}

describe.each([languageTool, grammarly])('$name', (replica) => {
  test('its marks on a field are no refusal: the field stays found', async () => {
    const session = await pages.open(leading.textarea);
    await replica.install(session.editable, { x: 0, y: 0, width: 0, height: 0 });
    await seenBeside(session);
    expect((await session.field()).check.findings.map(({ text }) => text)).toContain(word);
    await session.close();
  });

  test('our mark is seen under a word that it underlines too', async () => {
    const session = await pages.open(leading.contentEditable);
    const box = await boxOfWord(session);
    await replica.install(session.editable, box);
    await seenBeside(session);
    const { marked, plain } = await withAndWithoutMarks(session);
    const decoder = await pages.browser.context.newPage();
    const region = underWord({
      left: box.x,
      top: box.y,
      right: box.x + box.width,
      bottom: box.y + box.height,
    });
    const mark = await changedBox(decoder, plain, marked, 1, region);
    await decoder.close();
    expect(mark && mark.right - mark.left, 'width of what is ours').toBeGreaterThan(0.9 * box.width);
    await session.close();
  });

  test('a click on the word leaves one card; the keyboard opens ours', async () => {
    const session = await pages.open(leading.contentEditable);
    const { page, editable } = session;
    const box = await boxOfWord(session);
    await replica.install(editable, box);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await page.waitForSelector('lt-card, grammarly-popups', { state: 'attached' });
    await expect.poll(async () => (await readCard(page)).name, { timeout: 5_000 }).toBeUndefined();
    await pages.browser.command('open-card');
    await expect.poll(async () => (await readCard(page)).name, { timeout: 5_000 }).toBeDefined();
    await session.close();
  });
});
