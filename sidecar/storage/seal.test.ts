import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seal, unseal } from './seal.ts';

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

it('gives back what was sealed, under its own key alone', () => {
  fc.assert(
    fc.property(fc.uint8Array(), key, key, (bytes, own, other) => {
      fc.pre(Buffer.compare(own, other) !== 0);
      const sealed = seal(bytes, own);
      expect(unseal(sealed, own)).toEqual(Buffer.from(bytes));
      expect(unseal(sealed, other)).toBeUndefined();
    }),
  );
});

it('notices every change and every cut', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      key,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (bytes, own, at, change) => {
        const sealed = seal(bytes, own);
        const place = at % sealed.length;
        expect(unseal(sealed.subarray(0, place), own)).toBeUndefined();
        sealed[place] = (sealed[place] ?? 0) ^ change;
        expect(unseal(sealed, own)).toBeUndefined();
      },
    ),
  );
});

it('never looks the same twice', () => {
  const own = Buffer.alloc(32);
  expect(seal(Buffer.alloc(8), own)).not.toEqual(seal(Buffer.alloc(8), own));
});
