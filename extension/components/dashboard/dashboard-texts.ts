import { overviewTexts } from './overview/overview-texts.ts';
import { postingsTexts } from './postings/postings-texts.ts';
import { privacyTexts } from './privacy/privacy-texts.ts';
import { reportsTexts } from './reports/reports-texts.ts';
import { statementsTexts } from './statements/statements-texts.ts';

/** Every English string of the dashboard, one file a page; part of `texts`. */
export const dashboardTexts = {
  sectionsLabel: 'Sections',
  sections: {
    overview: 'Overview',
    postings: 'Postings',
    text: 'Check a text',
    statements: 'Approved statements',
    reports: 'Reports',
    privacy: 'Data and privacy',
  },
  overview: overviewTexts,
  postings: postingsTexts,
  statements: statementsTexts,
  reports: reportsTexts,
  privacy: privacyTexts,
};
