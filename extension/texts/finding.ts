import type { Category, EvidenceGrade, Severity } from '../../shared/protocol/finding.ts';

/** How serious a finding may be. */
export const severity: Record<Severity, { title: string; hint: string }> = {
  'unlawful-risk': { title: 'May be unlawful', hint: 'A law somewhere speaks about this wording.' },
  exclusionary: {
    title: 'May shut people out',
    hint: 'Some qualified people may read this as “not for you”.',
  },
  coded: { title: 'May skew who is matched', hint: 'Known to be read differently by different people.' },
  style: { title: 'Could be plainer', hint: 'Small things that make the posting easier to read.' },
};

export const category: Record<Category, string> = {
  age: 'Age',
  disability: 'Disability',
  masculine: 'Masculine-coded',
  feminine: 'Feminine-coded',
  racial: 'Origin, language, religion',
  sexuality: 'Orientation, family form',
  general: 'Background',
  requirements: 'Requirements',
  legal: 'Law',
  readability: 'Readability',
};

export const evidence: Record<EvidenceGrade, string> = {
  law: 'Law',
  field: 'Field study',
  lab: 'Laboratory study',
  style: 'Style guide',
};
