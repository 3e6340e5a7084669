import type { Rule } from '../detection/rule.ts';
import { sources } from './sources.ts';

export const requirements = [
  {
    id: 'requirements/degree',
    category: 'requirements',
    patterns: [
      '(bachelor|master|college|university|undergraduate|advanced|graduate|postgraduate|honours|4 year|four year) degree _4 (required|needed|essential|mandatory|necessary|is a must)',
      '(degree|diploma|phd|mba|bsc|msc) _3 (required|needed|essential|mandatory|is a must)',
      '(must|required to) (have|hold|possess) (a|an) _3 degree',
    ],
    guards: ['or-equivalent'],
    severity: 'style',
    evidence: sources.degreeInflation,
    message: 'A degree that the work does not need narrows the pool. Would equal experience do?',
    requirementQuestion: true,
    flags: ['A bachelor degree is required.', 'You must have a university degree.'],
    passes: [
      'A degree or equivalent practice is required at the museum.',
      'There is no degree required at our bakery.',
      'A university degree is preferred, but not required.',
      'Practice can replace a degree where one is required.',
    ],
  },
  {
    id: 'requirements/years',
    category: 'requirements',
    patterns: [
      '(at least|minimum|minimum of|min|over|more than) [{5-24} years]',
      '[{5-24} (to|or)? (more|plus|{number})? years] _3 experience',
    ],
    guards: ['company-history', 'minimum-age'],
    severity: 'style',
    evidence: sources.requirementLoad,
    message: 'Years stand in for ability and rule out people who learnt it faster. Which ability is meant?',
    requirementQuestion: true,
    flags: ['At least 5 years in sales.', 'The curator brings 7 years of experience.'],
    passes: [
      'The curator brings 2 years of experience.',
      'We have been in business for 20 years.',
      'Bar staff are at least 18 years of age.',
      'Our mill brings over 50 years of combined experience.',
    ],
  },
  {
    id: 'requirements/seniority-contradiction',
    category: 'requirements',
    patterns: [
      '(entry-level|junior|trainee|graduate (role|position|scheme|programme|program|job)) _8 [{3+} (to|or)? (more|plus|{number})? years] (of|in)? _2 (experience|required)',
    ],
    guards: ['range-from-few'],
    severity: 'coded',
    evidence: sources.requirementLoad,
    message:
      'An entry-level role that asks for years of experience contradicts itself. Which of the two is meant?',
    requirementQuestion: true,
    flags: ['Junior developer with 5 years of experience.', 'Entry-level role, 3 years required.'],
    passes: [
      'Junior developer, training provided.',
      'Junior developer with 2-4 years of experience.',
      'Senior developer with 5 years of experience.',
    ],
  },
] as const satisfies readonly Rule[];
