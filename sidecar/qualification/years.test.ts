import { describe, expect, test } from 'vitest';
import { candidateYears, requiredYears } from './years.ts';

describe('requiredYears', () => {
  test.each([
    ['3+ years of experience', 3],
    ['at least five years experience in sales', 5],
    ['three (3) years of relevant experience', 3],
    ['3-5 years of working experience', 3],
    ['2 years with SQL experience. 6 years of experience overall', 6],
    ['You must be 18 years of age', undefined],
    ['A company with 50 years of experience', undefined],
    ['We have been established for 20 years', undefined],
    ['no number of years', undefined],
  ])('%s -> %s', (text, years) => {
    expect(requiredYears(text)).toBe(years);
  });
});

describe('candidateYears', () => {
  test('what the text states goes before its dates', () => {
    expect(candidateYears('Over 12 years of experience. 2010 - 2012 clerk')).toBe(12);
  });

  test('stints that overlap count once', () => {
    expect(candidateYears('01/2010 to 01/2014 cook\n01/2012 - 01/2016 chef')).toBe(6);
  });

  test('an open stint ends with the latest year of the text', () => {
    expect(candidateYears('2012 to Present chef\nCourse in 2014\n2010 - 2012 cook')).toBe(3);
  });

  test('nothing dated, nothing known', () => {
    expect(candidateYears('A cook.')).toBeUndefined();
  });
});
