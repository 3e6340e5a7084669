import type { Occupation } from './occupation.ts';

export const preschoolTeacher: Occupation = {
  code: '25-2011.00',
  title: 'Preschool Teacher',
  otherTitles: ['Early Childhood Teacher', 'Lead Preschool Teacher'],
  share: 0.03,
  womenShare: 0.71,
  department: 'Day nurseries',
  skills: ['lesson planning', 'classroom management', 'early childhood education', 'parent communication'],
  optionalSkills: ['first aid', 'music'],
  education: ['Bachelor of Arts in Early Childhood Education', 'Associate Degree in Child Development'],
  settings: ['day nursery', 'public preschool', 'church preschool', 'company nursery', 'language preschool'],
  bullets: [
    'Planned the day for {team} children in a {setting}.',
    'Taught letters, numbers and songs through play.',
    'Watched and wrote down how each child develops and spoke with parents monthly.',
    'Prepared rooms and materials for {team} learning corners.',
    'Helped children settle in during their first weeks at a {setting}.',
    'Worked with speech therapists on small goals for {team} children.',
    'Organized a garden project that ran for {months} months.',
    'Kept meal, nap and medicine records of a {setting}.',
    'Guided {team} student teachers through their placements.',
    'Arranged outings and checked that every form was signed.',
  ],
  duties: [
    'Plan and lead activities for a group of children aged three to five.',
    'Observe how children develop and talk with their parents.',
    'Keep the room safe, tidy and interesting.',
    'Work with therapists where a child needs support.',
    'Share opening and closing shifts with the team.',
  ],
  pay: [36000, 47000],
};
