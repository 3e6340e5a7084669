import type { Occupation } from './occupation.ts';

export const paralegal: Occupation = {
  code: '23-2011.00',
  title: 'Paralegal',
  otherTitles: ['Legal Assistant', 'Litigation Paralegal'],
  share: 0.03,
  womenShare: 0.854,
  department: 'Legal',
  skills: ['legal research', 'document review', 'case management', 'legal writing'],
  optionalSkills: ['contract review', 'e-discovery'],
  education: [
    'Paralegal Certificate',
    'Bachelor of Arts in Political Science',
    'Associate Degree in Paralegal Studies',
  ],
  settings: [
    'law firm',
    'county court office',
    'insurance company',
    'housing charity',
    'in-house legal team',
  ],
  bullets: [
    'Prepared filings for {team} attorneys of a {setting} and met every deadline.',
    'Reviewed about {volume} documents a week and tagged what mattered.',
    'Researched case law and wrote short notes for a {setting}.',
    'Kept {volume} case files complete and indexed.',
    'Scheduled hearings, witnesses and interpreters.',
    'Drafted standard contracts and tracked signatures for {months} months.',
    'Interviewed clients and wrote down their accounts.',
    'Cut filing errors by {percent} percent with a checklist.',
    'Trained {team} colleagues on the document system.',
    'Answered records requests for a {setting} on time.',
  ],
  duties: [
    'Prepare filings, contracts and letters for our attorneys.',
    'Research law and past cases.',
    'Review and index documents.',
    'Keep deadlines and case files in order.',
    'Answer records requests.',
  ],
  pay: [52000, 69000],
};
