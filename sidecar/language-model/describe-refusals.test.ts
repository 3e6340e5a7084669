import { expect, it } from 'vitest';
import { describeRefusals } from './describe-refusals.ts';

it('counts what is not offered by reason, in words', () => {
  expect(describeRefusals({ fact: 2, 'still-flagged': 1 })).toBe(
    '3 of its answers are not offered: 1 still with the flagged wording, 2 with a fact changed.',
  );
  expect(describeRefusals({ malformed: 1 })).toBe(
    '1 of its answers is not offered: 1 not in the form that was asked for.',
  );
});

it('says nothing where everything is offered', () => {
  expect(describeRefusals({})).toBeUndefined();
  expect(describeRefusals({ fact: 0 })).toBeUndefined();
});
