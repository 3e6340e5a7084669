import { describe, expect, test } from 'vitest';
import { extractLicences } from './licences.ts';
import { extractSkills, findSkills } from './skills.ts';
import { loadTaxonomy } from './taxonomy/taxonomy.ts';

const taxonomy = loadTaxonomy();

describe('extractSkills', () => {
  test.each([
    ['Knows JS, TypeScript and C++.', ['JavaScript', 'TypeScript', 'C++']],
    ['Managing budgets is her strength', ['manage budgets']],
    ['A/P and A/R, month-end close', ['accounts payable', 'accounts receivable', 'general ledger']],
    ['We plan to make history with energy', []],
  ])('%s', (text, skills) => {
    expect(extractSkills(taxonomy, text)).toEqual(skills);
  });

  test.each([
    ['You will excel at serving guests.', []],
    ['Reports in Excel and mail in Outlook.', ['Microsoft Excel', 'Microsoft Outlook']],
    ['A cheerful person with a positive outlook on change.', []],
    ['We sell to the Danish market.', []],
    ['You speak Danish, or know the Danish language.', ['Danish']],
    ['Our recruitment process takes two weeks.', []],
    ['Worked five years in recruitment.', ['recruitment']],
    ['You work in collaboration with the kitchen.', []],
    ['You get a training budget for courses.', []],
    ['You plan the budget of the branch.', ['budgeting']],
    ['A proactive self-starter in a startup.', []],
  ])('what the words beside it tell: %s', (text, skills) => {
    expect(extractSkills(taxonomy, text)).toEqual(skills);
  });

  test('mentions point at their words', () => {
    const text = 'MIG welding, then more WELDING.';
    expect(
      findSkills(taxonomy, text).map(({ skill, start, end }) => [skill, text.slice(start, end)]),
    ).toEqual([
      ['welding', 'MIG welding'],
      ['welding', 'WELDING'],
    ]);
  });
});

describe('extractLicences', () => {
  test('knows the names under which licences go', () => {
    expect(extractLicences(taxonomy, 'CDL class A, a valid driver’s license, BLS certified, CPA')).toEqual([
      "commercial driver's licence",
      "driver's licence",
      'CPR certificate',
      'certified public accountant',
    ]);
  });
});
