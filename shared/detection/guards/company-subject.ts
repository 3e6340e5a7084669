import type { Guard } from '../rule.ts';

/** The company, its product or its market is described, not the person: "we are a young company". */
export const companySubject: Guard = {
  name: 'company-subject',
  scope: 'after',
  within: 2,
  patterns: [
    '(college|school|nursery|environment~|atmosphere|workplace|community|greeting|company|companies|business|businesses|firm~|startup~|start-up~|organisation~|organization~|market~|industry|industries|sector~|brand~|product~|technology|technologies|venture~|enterprise~|agency|agencies|provider~|supplier~|vendor~|economy|landscape|portfolio~|platform~|field~|discipline~|solution~|growth|pricing|advantage~|analysis|rate~|price~|salary|salaries|pay|compensation|package~|wage~|remuneration|benefit~|bonus~|commission|intelligence)',
  ],
};

/** A firm calls itself a person: "is a young, energetic specialist in IT services". */
export const companyAsSpecialist: Guard = {
  name: 'company-as-specialist',
  scope: 'after',
  within: 6,
  patterns: [
    '(specialist~|expert~|leader~|player~|partner~) (in|for) _3 (service~|solution~|recruitment|recruiting|staffing|placement|consulting|consultancy|industry|sector)',
  ],
};
