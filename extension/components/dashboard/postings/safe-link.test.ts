import { expect, test } from 'vitest';
import { safeLink } from './safe-link.ts';

test.each(['https://jobs.example.com/1', 'http://127.0.0.1/1'])('%s is a link', (link) => {
  expect(safeLink(link)).toBe(link);
});

test.each([undefined, '', 'javascript:alert(1)', 'data:text/html,x', '/relative', 'file:///etc/passwd'])(
  '%s is none',
  (link) => {
    expect(safeLink(link)).toBeUndefined();
  },
);
