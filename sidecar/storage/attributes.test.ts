import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { type AttributeStore, openAttributes } from './attributes.ts';
import { selfReportOf as report } from './records.fixture.ts';

let attributes: AttributeStore;
beforeEach(() => {
  attributes = openAttributes(temporaryFolder());
});
afterEach(() => attributes.close());

it('aligns a column with the pool; unknown and declined are codes of their own', () => {
  attributes.save(report('a', 'woman'));
  attributes.save(report('b', 'man'));
  attributes.save(report('c', 'declined'));
  attributes.save(report('d', 'unknown'));
  expect(attributes.column('gender', ['b', 'e', 'c', 'a', 'd'])).toEqual({
    name: 'gender',
    groups: ['man', 'woman'],
    codes: Int16Array.from([0, -1, -2, 1, -1]),
  });
});

it('deletes the value on withdrawal, and an import of the same report does not bring it back', () => {
  expect(attributes.save(report('a', 'woman'))).toBe('imported');
  expect(attributes.withdraw('a', '2024-02-01')).toBe(1);
  expect(attributes.ofCandidate('a')).toMatchObject([{ withdrawnOn: '2024-02-01' }]);
  expect(attributes.ofCandidate('a')[0]).not.toHaveProperty('value');
  expect(attributes.save(report('a', 'woman'))).toBe('unchanged');
  expect(attributes.column('gender', ['a']).codes).toEqual(Int16Array.from([-1]));
  expect(attributes.save(report('a', 'woman', '2024-03-01'))).toBe('updated');
  expect(attributes.column('gender', ['a']).codes).toEqual(Int16Array.from([0]));
});

it('keeps monthly totals, the same one again changes nothing', () => {
  const total = {
    postingId: 'p1',
    month: '2024-01',
    attribute: 'gender',
    value: 'woman',
    stage: 'applied',
    people: 12,
  };
  expect(attributes.saveTotal(total)).toBe('imported');
  expect(attributes.saveTotal(total)).toBe('unchanged');
  expect(attributes.saveTotal({ ...total, people: 13 })).toBe('updated');
  expect(attributes.totals()).toEqual([{ ...total, people: 13 }]);
});
