import type { Guard } from '../rule.ts';

/** A group is invited or supported by name: a stated preference or a welcome, judged by other rules than exclusion. */
export const positiveAction: Guard = {
  name: 'positive-action',
  scope: 'sentence',
  patterns: [
    '(encourage~|welcome~|invite~|prioritise~|prioritize~) _4 (application~|applicant~|candidate~|women|people|individual~)',
    '(women|people|candidates|applicants|individuals) _6 (encouraged|invited|welcome|welcomed) _2 (apply|join)?',
    '(underrepresented|under-represented|minority|diverse) (group~|background~|communities|candidate~|applicant~)',
    'positive action',
    '(women|female|females) in (tech|technology|stem|engineering|leadership|business)',
    '(diversity|inclusion|inclusive|inclusivity)',
  ],
};
