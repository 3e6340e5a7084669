import type { Occupation } from './occupation.ts';

export const receptionist: Occupation = {
  code: '43-4171.00',
  title: 'Receptionist',
  otherTitles: ['Front Desk Receptionist', 'Medical Receptionist'],
  share: 0.03,
  womenShare: 0.906,
  department: 'Clinics',
  skills: ['appointment scheduling', 'customer service', 'data entry', 'Microsoft Office'],
  optionalSkills: ['medical terminology', 'Spanish'],
  education: ['High school diploma', 'Certificate in Office Administration'],
  settings: ['dental clinic', 'family practice', 'law office', 'hotel', 'community center'],
  bullets: [
    'Greeted and checked in about {volume} visitors a day at a {setting}.',
    'Scheduled appointments for {team} practitioners.',
    'Answered a switchboard with {team} lines and took clear messages.',
    'Entered new records and corrected earlier ones in a {setting}.',
    'Reduced missed appointments by {percent} percent with reminder calls.',
    'Collected payments and balanced the drawer every evening.',
    'Sorted mail and kept supplies in stock at a {setting}.',
    'Calmed upset callers and passed them to the right person.',
    'Trained {team} colleagues on the booking screen.',
    'Planned the move of a front desk over {months} months.',
  ],
  duties: [
    'Welcome visitors and check them in.',
    'Answer calls and book appointments.',
    'Keep records correct and private.',
    'Take payments and balance the drawer.',
    'Pass questions to the right colleague.',
  ],
  pay: [33000, 42000],
};
