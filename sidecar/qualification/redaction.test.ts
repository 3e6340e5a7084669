import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedactor } from './redaction.ts';
import { loadTaxonomy } from './taxonomy/taxonomy.ts';

const redact = createRedactor(loadTaxonomy());

describe('createRedactor', () => {
  test.each([
    ['TYLER COOK\nExecutive Chef', 'Executive Chef'],
    ['**Mary-Jane O’Neill**\n\n**EXPERIENCE**', '**EXPERIENCE**'],
    ['Personal Information\nName: Wei Zhang\nWelder', 'Personal Information\n\nWelder'],
    ['# Aisha Diallo, CPA\nAccountant. Diallo joined in 2010.', 'Accountant. joined in 2010.'],
  ])('takes the name out of the header: %j', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  test.each([
    'EXECUTIVE CHEF\nSummary',
    'Director of Business Development\nSummary',
    'SAP ABAP Consultant\nSummary',
  ])('leaves a job title: %j', (text) => {
    expect(redact(text)).toBe(text);
  });

  test('takes out names that the source gave, wherever they stand', () => {
    const text = 'Accountant\nIn 2010 Priya joined. Priya’s team grew. PRIYA leads.';
    expect(redact(text, { names: ['Priya Raman'] })).toBe('Accountant\nIn 2010 joined. team grew. leads.');
  });

  test('makes pronouns and forms of address neutral', () => {
    expect(redact('Nurse\nShe led her ward. Mr. Who thanked him. HIS work.')).toBe(
      'Nurse\nThey led their ward. Who thanked them. THEIR work.',
    );
  });

  test.each([
    'someone@example.org',
    '+1 (555) 010-9999',
    '555-010-9999',
    'https://www.linkedin.com/in/someone',
    'linkedin.com/in/someone',
    '12 Old Mill Road',
    'Date of birth: 1 May 1980',
    'Age: 44',
    'Marital status: married',
    'Nationality: any',
    '![photo](me.jpg)',
    'born on 1 May 1980',
  ])('takes out contact data and particulars: %j', (particular) => {
    expect(redact(`Welder\n${particular}\nSteel`).replace(/\n+/g, '\n')).toBe('Welder\nSteel');
  });

  test.each([
    ['Springfield Girls’ High School', 'school'],
    ['St. Agnes Academy for Young Women', 'school'],
    ['Wellesley College', 'college'],
    ['Morehouse College', 'college'],
    ['treasurer of a sorority', 'treasurer of a student society'],
  ])('takes the gender out of a school: %s', (school, expected) => {
    expect(redact(`Welder\n${school}`)).toBe(`Welder\n${expected}`);
  });

  test.each([
    '01/2010 to 11/2015',
    'grew sales from 1,000,000 to 2,500,000',
    '2010-2012',
    'served 120 women and men',
  ])('leaves %j', (text) => {
    expect(redact(`Welder\n${text}`)).toBe(`Welder\n${text}`);
  });

  test('redacting twice changes nothing more', () => {
    const piece = fc.constantFrom(
      'Ann Zhang',
      'Executive Chef',
      'She led his team.',
      'Name: Bo Li',
      'a@b.org',
      '555-010-9999',
      '',
      'Wellesley College',
      'Mrs. Li said so',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (lines) => {
        const once = redact(`Welder\n${lines.join('\n')}`);
        expect(redact(once)).toBe(once);
      }),
    );
  });
});
