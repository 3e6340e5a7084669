import { candidatesTexts } from './candidates/candidates-texts.ts';
import { overviewTexts } from './overview/overview-texts.ts';
import { policyTexts } from './policy/policy-texts.ts';
import { postingsTexts } from './postings/postings-texts.ts';
import { privacyTexts } from './privacy/privacy-texts.ts';
import { reportsTexts } from './reports/reports-texts.ts';
import { statementsTexts } from './statements/statements-texts.ts';
import { trainingTexts } from './training/training-texts.ts';

/** Every English string of the dashboard, one file a page; part of `texts`. */
export const dashboardTexts = {
  sectionsLabel: 'Sections',
  sections: {
    overview: 'Overview',
    postings: 'Postings',
    text: 'Check a text',
    candidates: 'Candidates and imports',
    training: 'Training runs',
    policy: 'Policy',
    statements: 'Approved statements',
    reports: 'Reports',
    privacy: 'Data and privacy',
  },
  access: {
    needsService: 'This page shows what the local service keeps, so it needs the local service.',
    analystTitle: 'For your company’s analyst',
    analystHint:
      'This page holds figures about people, so it opens with an analyst’s pairing. Yours is a recruiter’s: checking and rewriting postings works as before.',
  },
  chart: {
    label: (title: string) => `Chart: ${title}. The same figures stand in the table below it.`,
    table: 'Show as a table',
  },
  typeToConfirm: (word: string) => `Type “${word}” to go on:`,
  overview: overviewTexts,
  postings: postingsTexts,
  candidates: candidatesTexts,
  training: trainingTexts,
  policy: policyTexts,
  statements: statementsTexts,
  reports: reportsTexts,
  privacy: privacyTexts,
};
