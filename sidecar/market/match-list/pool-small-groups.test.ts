import fc from 'fast-check';
import { expect, it } from 'vitest';
import { poolSmallGroups, smallestGroup } from './pool-small-groups.ts';

const column = (sizes: readonly number[]) => {
  const codes = sizes.flatMap((size, code) => Array.from({ length: size }, () => code));
  return {
    name: 'gender',
    groups: sizes.map((_, code) => `group ${code}`),
    codes: Int16Array.from([...codes, -1, -2]),
  };
};
const everyone = (one: { codes: Int16Array }) => one.codes.keys();
const sizesOf = (one: { groups: readonly string[]; codes: Int16Array }) =>
  one.groups.map((_, code) => one.codes.filter((other) => other === code).length);

it('leaves groups of ten and more as they are', () => {
  const large = column([10, 40, 60]);
  expect(poolSmallGroups(large, everyone(large))).toBe(large);
});

it('measures small groups together and leaves unknown and declined alone', () => {
  const mixed = column([4, 50, 7]);
  const pooled = poolSmallGroups(mixed, everyone(mixed));
  expect(pooled.groups).toEqual(['group 1', 'other groups']);
  expect(sizesOf(pooled)).toEqual([50, 11]);
  expect([...pooled.codes.slice(-2)]).toEqual([-1, -2]);
});

it('takes the next group along where the small ones together would still be few', () => {
  const few = column([3, 12, 50]);
  expect(sizesOf(poolSmallGroups(few, everyone(few)))).toEqual([50, 15]);
});

it('never leaves a group of one to nine where there is another to pool it with', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 8 }), (sizes) => {
      const pooled = sizesOf(poolSmallGroups(column(sizes), everyone(column(sizes))));
      const total = sizes.reduce((sum, size) => sum + size, 0);
      expect(pooled.reduce((sum, size) => sum + size, 0)).toBe(total);
      const small = pooled.filter((size) => size > 0 && size < smallestGroup);
      expect(small).toEqual(total < smallestGroup && total > 0 ? [total] : []);
    }),
  );
});
