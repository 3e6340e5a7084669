import { describe, expect, test } from 'vitest';
import { readQualification } from './qualification.ts';
import { loadTaxonomy } from './taxonomy/taxonomy.ts';

const taxonomy = loadTaxonomy();

describe('readQualification', () => {
  test('reads occupations from headline and dated lines, not from prose about others', () => {
    const { occupations } = readQualification(taxonomy, {
      text: 'STAFF ACCOUNTANT\nSummary\nI have advised lawyers and their clients on many complicated matters of tax law.\n2010 to 2012 Company Name Payroll Clerk',
    });
    expect([...occupations]).toEqual(['13-2010', '43-3050']);
  });

  test('a title in prose counts where the text says that the person worked as it', () => {
    const { occupations } = readQualification(taxonomy, {
      text: 'A cheerful person.\nBefore moving here this candidate worked as a welder, near the harbour of the old town by the sea.',
    });
    expect([...occupations]).toEqual(['51-4120']);
  });

  test('columns of the record are taken by the same identifiers as the text', () => {
    const read = readQualification(taxonomy, {
      text: 'Uses JavaScript.',
      occupation: 'Registered Nurse',
      skills: ['js', 'Basket weaving by night'],
      licences: ['CPA'],
      yearsOfExperience: 4,
    });
    expect([...read.skills]).toEqual(['JavaScript', 'Basket weaving by night']);
    expect([...read.occupations]).toEqual(['29-1140']);
    expect([...read.licences]).toEqual(['certified public accountant']);
    expect(read.years).toBe(4);
  });
});
