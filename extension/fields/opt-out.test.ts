import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { optOutOf } from './opt-out.ts';

function optOut(html: string, knownEditor = false) {
  return optOutOf(new JSDOM(html).window.document.body.firstElementChild as Element, knownEditor);
}

test.each([
  '<textarea data-gramm="false"></textarea>',
  '<textarea data-enable-grammarly="false"></textarea>',
  '<textarea data-autorefine="false"></textarea>',
  '<div contenteditable data-gramm="false"></div>',
])('%s asks to be left alone', (html) => {
  expect(optOut(html)).toBe('firm');
  expect(optOut(html, true)).toBe('firm');
});

test('spellcheck="false" is a mild no, and none at all in a known editor, which sets it by itself', () => {
  expect(optOut('<textarea spellcheck="false"></textarea>')).toBe('mild');
  expect(optOut('<div class="ProseMirror" spellcheck="false"></div>', true)).toBe('none');
});

test.each([
  '<textarea></textarea>',
  '<textarea data-gramm="true" spellcheck="true"></textarea>',
  '<div class="ql-editor" data-gramm="false"></div>',
  '<textarea data-lt-tmp-id="lt-1" data-gramm="false" spellcheck="false"></textarea>',
  '<textarea data-quillbot-element="1" data-gramm="false"></textarea>',
])('%s says nothing to us', (html) => {
  expect(optOut(html)).toBe('none');
});
