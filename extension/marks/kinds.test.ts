import { expect, test } from 'vitest';
import { severities } from '../../shared/protocol/finding.ts';
import { boxStyle, highlightRules, kindName, markedText } from './kinds.ts';

/** Contrast of two colours as in WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test.each([
  ['light', ['#ffffff', '#f3f2ef', '#e8e8e8']],
  ['dark', ['#000000', '#1b1f23', '#2e2e2e']],
] as const)('marks on a %s page have 3:1 at least', (shade, pages) => {
  for (const severity of severities) {
    const { colour } = boxStyle(severity, { shade, line: 'close' });
    for (const page of pages)
      expect(contrast(colour, page), `${severity} on ${page}`).toBeGreaterThanOrEqual(3);
  }
});

test('each severity has a line of its own: colour alone says nothing', () => {
  const styles = severities.map((severity) => boxStyle(severity, { shade: 'light', line: 'close' }));
  expect(new Set(styles.map(({ line }) => line)).size).toBe(severities.length);
  expect(new Set(styles.map(({ colour }) => colour)).size).toBe(severities.length);
});

test('highlights and boxes draw the same line; rules name editable regions and mirrors alone', () => {
  const rules = highlightRules();
  for (const severity of severities) {
    const { line, colour } = boxStyle(severity, { shade: 'dark', line: 'low' });
    const [, rule = ''] = rules.split(
      `[contenteditable]::highlight(${kindName(severity, { shade: 'dark', line: 'low' })})`,
    );
    expect(rule).toMatch(new RegExp(`^[^}]*underline ${line} [12]px ${colour}`));
  }
  const selectors = rules.match(/[^\s,{]*::highlight/g) ?? [];
  expect(new Set(selectors)).toEqual(new Set(['[contenteditable]::highlight', `[${markedText}]::highlight`]));
});
