import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readRichText, richTextOffset, richTextRange } from './rich-text.ts';

function region(html: string): HTMLElement {
  const { document } = new JSDOM(`<div contenteditable>${html}</div>`).window;
  return document.querySelector('div') as HTMLElement;
}
const read = (html: string) => readRichText(region(html)).text;

describe('what an editable region says', () => {
  test.each([
    ['<p>One</p><p>Two</p>', 'One\nTwo'],
    ['One<br>Two<div>Three</div>', 'One\nTwo\nThree'],
    ['<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>', 'One\nTwo'],
    ['<p>a <b>bold</b> word</p>', 'a bold word'],
    ['<p>no&nbsp;break</p>', 'no break'],
    ['<p>\ufefflink\u200b</p>', 'link'],
    ['<p>seen<script>not()</script></p>', 'seen'],
    ['<p>held open<br></p><p>next</p>', 'held open\nnext'],
    ['', ''],
  ])('%s', (html, text) => {
    expect(read(html)).toBe(text);
  });

  test('every character that a segment holds stands where the segment says', () => {
    const root = region('<p>One <b>two\ufeff</b>\n three</p><p>🙂 مرحبا <i>four</i></p>');
    const { text, segments } = readRichText(root);
    for (const { node, offset, start, length } of segments) {
      expect(node.data.slice(offset, offset + length).replace(/\s/g, ' ')).toBe(
        text.slice(start, start + length),
      );
    }
  });

  test('the range of a word says the word, also over the edge of bold', () => {
    const root = region('<p>🙂 a <b>rock</b>star here</p>');
    const reading = readRichText(root);
    const start = reading.text.indexOf('rockstar');
    const range = richTextRange(reading, { start, end: start + 8 });
    expect(range?.toString()).toBe('rockstar');
    expect(range?.startContainer.parentElement?.tagName).toBe('B');
    expect(richTextRange(reading, { start, end: 999 })).toBeUndefined();
  });

  test('a place in the nodes and its offset', () => {
    const root = region('<p>One</p><p>Two</p>');
    const reading = readRichText(root);
    const two = root.lastElementChild?.firstChild as Text;
    expect(richTextOffset(reading, two, 2)).toBe(6);
    expect(richTextOffset(reading, root, 1)).toBe(4);
    expect(richTextOffset(reading, root, 2)).toBe(7);
  });
});
