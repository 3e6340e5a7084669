import { describe, expect, test } from 'vitest';
import { isLoopback, requireLoopback } from './loopback.ts';

describe('isLoopback', () => {
  test.each(['http://127.0.0.1:11434', 'http://localhost/x', 'http://[::1]:1', 'http://127.8.9.1'])(
    '%s',
    (url) => {
      expect(isLoopback(url)).toBe(true);
    },
  );

  test.each([
    'http://10.0.0.1',
    'https://127.0.0.1.example.org',
    'http://localhost.example.org',
    'http://1270.0.0.1.nip',
  ])('not %s', (url) => {
    expect(isLoopback(url)).toBe(false);
  });
});

describe('requireLoopback', () => {
  test('refuses another machine, naming it, unless that was allowed', () => {
    expect(() => requireLoopback('The model', 'http://10.0.0.1', false)).toThrow(
      /http:\/\/10\.0\.0\.1.*allow another host/,
    );
    expect(() => requireLoopback('The model', 'http://10.0.0.1', true)).not.toThrow();
  });
});
