import { describe, expect, test } from 'vitest';
import { createRequirementReader } from './requirements.ts';
import { loadTaxonomy } from './taxonomy/taxonomy.ts';

const read = createRequirementReader(loadTaxonomy());

describe('createRequirementReader', () => {
  const posting = `Senior Accountant

About us
We sell software for photography studios.

Requirements:
- CPA
- At least 3 to 5 years of experience in accounting
- Excel and QuickBooks

Nice to have:
- Tableau
- Python is a plus`;

  test('reads occupation, skills, licences and years of a posting with headings', () => {
    const requirements = read(posting);
    expect(requirements.occupation).toBe('13-2010');
    expect(requirements.skills).toEqual(['accounting', 'Microsoft Excel', 'QuickBooks']);
    expect(requirements.licences).toEqual(['certified public accountant']);
    expect(requirements.years).toBe(3);
  });

  test('what a heading or a sentence calls a plus is optional', () => {
    expect(read(posting).optionalSkills).toEqual(['Tableau', 'Python']);
    expect(read('Welder\nMust know MIG welding. Forklift experience preferred.')).toMatchObject({
      skills: ['welding'],
      optionalSkills: ['forklift operation'],
    });
  });

  test('an optional licence is not a requirement', () => {
    expect(read('Warehouse worker\nForklift certification preferred.').licences).toEqual([]);
  });

  test('skills that describe the company are no requirement, unless nothing else is asked', () => {
    expect(read(posting).skills).not.toContain('photography');
    expect(read('Chef\nYou cook. Menu planning and catering.').skills).toEqual(['menu planning', 'catering']);
  });

  test('an empty text asks for nothing', () => {
    expect(read('')).toEqual({ skills: [], optionalSkills: [], licences: [] });
  });
});
