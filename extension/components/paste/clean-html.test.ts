// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanHtml, textToHtml } from './clean-html.ts';

describe('cleanHtml', () => {
  test('keeps paragraphs, headings, lists, emphasis and links', () => {
    const html =
      '<h2>Role</h2><p>We are <b>open</b> and <i>kind</i>.</p><ul><li><a href="https://example.com/a">One</a></li></ul>';
    expect(cleanHtml(html)).toBe(
      '<h2>Role</h2><p>We are <strong>open</strong> and <em>kind</em>.</p><ul><li><a href="https://example.com/a">One</a></li></ul>',
    );
  });

  test('an innermost container is a paragraph, an outer one only gives up its tag', () => {
    expect(cleanHtml('<div><div>One</div><div>Two</div></div>')).toBe('<p>One</p><p>Two</p>');
  });

  test.each([
    ['<script>alert(1)</script>Text', 'Text'],
    ['<style>p { color: red }</style>Text', 'Text'],
    ['<p onclick="x()" style="color:red" class="a">Text</p>', '<p>Text</p>'],
    ['<a href="javascript:alert(1)">Text</a>', '<a>Text</a>'],
    ['<img src=x onerror=alert(1)>Text', 'Text'],
    ['<svg><script>1</script></svg>Text', 'Text'],
    ['<iframe src="https://example.com"></iframe>Text', 'Text'],
  ])('%s becomes %s', (html, expected) => {
    expect(cleanHtml(html)).toBe(expected);
  });

  test('cleaning twice changes nothing more', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<div>',
      '</div>',
      '<b>',
      '</b>',
      '<ul><li>',
      'word ',
      '<table><td>',
      '&amp;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const once = cleanHtml(pieces.join(''));
        expect(cleanHtml(once)).toBe(once);
      }),
    );
  });
});

test('textToHtml makes paragraphs and line breaks, and never markup of what the text says', () => {
  expect(textToHtml('One\r\ntwo\n\n\n<b>three</b> & four')).toBe(
    '<p>One<br>two</p><p>&lt;b&gt;three&lt;/b&gt; &amp; four</p>',
  );
});
