import type { Statement } from '../../shared/protocol/sidecar.ts';

/** What the people of the sample company have entered as true. */
export const statements: readonly Statement[] = [
  {
    id: 'synthetic-flexible-hours',
    topic: 'flexible-hours',
    text: 'Most teams let you start between seven and ten, and part-time work is possible in every role.',
  },
  {
    id: 'synthetic-parental-leave',
    topic: 'parental-leave',
    text: 'Every parent can take twelve weeks of paid parental leave.',
  },
  {
    id: 'synthetic-accommodation',
    topic: 'accommodation',
    text: 'Tell us what you need for the interview or the job, and we will arrange it.',
  },
  {
    id: 'synthetic-training',
    topic: 'training',
    text: 'We pay for courses and give you four hours a month to learn at work.',
  },
  {
    id: 'synthetic-equal-opportunity',
    topic: 'equal-opportunity',
    text: 'We hire on what you can do and consider every qualified applicant alike.',
  },
  {
    id: 'synthetic-mentoring',
    topic: 'other',
    text: 'A colleague from another team is your mentor for the first six months.',
  },
];
