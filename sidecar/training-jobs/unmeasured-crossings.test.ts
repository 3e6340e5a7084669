import { expect, it } from 'vitest';
import type { Evaluation, MethodRow } from '../../training/evaluation/record.ts';
import { withoutUnmeasuredCrossings } from './unmeasured-crossings.ts';

const row = (attribute: string, postings: number) =>
  ({ method: 'amortised', attribute, postings }) as MethodRow;
const agreement = (attribute: string) =>
  ({ method: 'amortised', attribute }) as Evaluation['agreement'][number];

it('the promotion rule reads every attribute, and the crossings that were measured', () => {
  const names = ['gender', 'region', 'age', 'gender × region', 'gender × age'];
  const evaluation = {
    methods: names.map((name) => row(name, name === 'gender × age' || name === 'age' ? 0 : 7)),
    agreement: names.map(agreement),
  } as unknown as Evaluation;
  const attributes = [{ name: 'gender' }, { name: 'region' }, { name: 'age' }];
  const read = withoutUnmeasuredCrossings(evaluation, attributes);
  const kept = ['gender', 'region', 'age', 'gender × region'];
  expect(read.methods.map(({ attribute }) => attribute)).toEqual(kept);
  expect(read.agreement.map(({ attribute }) => attribute)).toEqual(kept);
});
