import { expect, test } from 'vitest';
import { guessMapping } from './column-mapping.ts';

test('recognises usual headers whatever their case and marks', () => {
  expect(guessMapping(['Job ID', 'Job_Title', 'Description', 'Salary Range', 'Recruiter'])).toEqual({
    id: 'Job ID',
    title: 'Job_Title',
    text: 'Description',
    pay: 'Salary Range',
  });
});

test('leaves open what it does not recognise', () => {
  expect(guessMapping(['Spalte 1', 'Spalte 2'])).toEqual({});
});
