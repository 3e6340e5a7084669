import type { CDPSession } from 'playwright-core';
import { expect } from 'vitest';
import { switchSite } from '../e2e/settings.ts';
import { changedBox, type PixelBox, underWord } from './pixels.ts';
import { type EditorSession, editableFrame } from './session.ts';

/** One way to look at the page: zoomed, scrolled, or so narrow that lines wrap. Zooming is a change of the pixel ratio. */
interface View {
  readonly says: string;
  readonly zoom: number;
  readonly width: number;
  readonly scroll: number;
}

const views: readonly View[] = [
  { says: 'at 100 %', zoom: 1, width: 1100, scroll: 0 },
  { says: 'at 80 %', zoom: 0.8, width: 1100, scroll: 0 },
  { says: 'at 110 %', zoom: 1.1, width: 1100, scroll: 0 },
  { says: 'at 150 %', zoom: 1.5, width: 1100, scroll: 0 },
  { says: 'scrolled', zoom: 1, width: 1100, scroll: 45 },
  { says: 'wrapped', zoom: 1, width: 430, scroll: 0 },
];

/** How far a mark may stand from its word, in CSS pixels. */
const tolerance = 2;
/** A dashed mark at the start of a line, and a solid one after an emoji and right-to-left words. */
const words = ['Manpower', 'salesman'];

/**
 * Takes each view with marks and without, and holds the box of what changed against the word's own box: that of a range
 * over it, or, in a native field that no range can reach, of the browser's own selection of it.
 */
export async function expectMarksOnTheWord(session: EditorSession): Promise<void> {
  const { page } = session;
  const client = await page.context().newCDPSession(page);
  const decoder = await page.context().newPage();
  await page.bringToFront();
  const marked: string[] = [];
  for (const view of views) {
    await show(session, client, view);
    marked.push(await screenshot(client));
  }
  await switchSite(session.browser, '127.0.0.1', false);
  for (const [index, view] of views.entries()) {
    await show(session, client, view);
    const plain = await screenshot(client);
    for (const word of words) {
      const box = session.fixture.plain
        ? await selectedBox(session, client, decoder, plain, view.zoom, word)
        : await rangeBox(session, word);
      const mark = await changedBox(decoder, plain, marked[index] ?? '', view.zoom, underWord(box));
      expectNear(mark, box, `${word} ${view.says}`);
    }
  }
  await switchSite(session.browser, '127.0.0.1', true);
  await client.send('Emulation.clearDeviceMetricsOverride');
  await client.detach();
  await decoder.close();
}

function expectNear(mark: PixelBox | undefined, box: PixelBox, what: string): void {
  if (!mark) throw new Error(`There is no mark under ${what}.`);
  const off = {
    left: Math.abs(mark.left - box.left),
    right: Math.abs(mark.right - box.right),
    above: box.top - mark.top,
    below: mark.bottom - box.bottom,
  };
  for (const [side, distance] of Object.entries(off)) {
    expect(distance, `${side} of the mark under ${what}`).toBeLessThanOrEqual(tolerance);
  }
}

async function show({ page }: EditorSession, client: CDPSession, view: View): Promise<void> {
  await client.send('Emulation.setDeviceMetricsOverride', {
    width: Math.round(view.width / view.zoom),
    height: Math.round(800 / view.zoom),
    deviceScaleFactor: view.zoom,
    mobile: false,
  });
  await page.evaluate((top) => {
    document.documentElement.style.caretColor = 'transparent';
    document.body.style.minHeight = '2000px';
    document.body.style.width = 'min(760px, 92vw)';
    window.scrollTo(0, top);
    return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }, view.scroll);
  // Marks are drawn in the frame after the layout: wait for one more.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

async function screenshot(client: CDPSession): Promise<string> {
  return (await client.send('Page.captureScreenshot', { format: 'png' })).data;
}

async function rangeBox(session: EditorSession, word: string): Promise<PixelBox> {
  const frame = await editableFrame(session);
  const element = await frame.frameElement().catch(() => undefined);
  const offset = (await element?.evaluate((frameElement) => {
    const node = frameElement as HTMLElement;
    const box = node.getBoundingClientRect();
    return { left: box.left + node.clientLeft, top: box.top + node.clientTop };
  })) ?? { left: 0, top: 0 };
  const own = await session.editable.evaluate((root, text) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = (node as Text).data.indexOf(text);
      if (start < 0) continue;
      const range = (node.ownerDocument ?? document).createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      const { left, top, right, bottom } = range.getBoundingClientRect();
      return { left, top, right, bottom };
    }
    throw new Error(`“${text}” is not in the editor.`);
  }, word);
  return {
    left: own.left + offset.left,
    right: own.right + offset.left,
    top: own.top + offset.top,
    bottom: own.bottom + offset.top,
  };
}

async function selectedBox(
  session: EditorSession,
  client: CDPSession,
  decoder: EditorSession['page'],
  plain: string,
  zoom: number,
  word: string,
): Promise<PixelBox> {
  const whole = await session.editable.evaluate((element, text) => {
    const field = element as HTMLTextAreaElement;
    const start = field.value.indexOf(text);
    field.focus({ preventScroll: true });
    field.style.outline = 'none';
    field.setSelectionRange(start, start + text.length);
    const { left, top, right, bottom } = field.getBoundingClientRect();
    return { left: left + 4, top: top + 4, right: right - 4, bottom: bottom - 4 };
  }, word);
  const selected = await screenshot(client);
  await session.editable.evaluate((element) => (element as HTMLTextAreaElement).blur());
  const box = await changedBox(decoder, plain, selected, zoom, whole);
  if (!box) throw new Error(`Selecting “${word}” changed nothing in the picture.`);
  return box;
}
