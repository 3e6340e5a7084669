import { expect, it } from 'vitest';
import { hashText } from './hash.ts';

it('is stable, 16 hex digits, and tells near texts apart', () => {
  expect(hashText('')).toBe('cbf29ce484222325');
  expect(hashText('posting')).toMatch(/^[0-9a-f]{16}$/);
  expect(hashText('posting')).toBe(hashText('posting'));
  expect(hashText('posting')).not.toBe(hashText('postinG'));
});
