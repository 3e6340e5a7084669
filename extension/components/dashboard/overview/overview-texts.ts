import { plural } from '../../../plural.ts';

export const overviewTexts = {
  scanTitle: 'Past postings',
  scanNone: 'Check all your past postings at once. The file is read in this page and goes nowhere.',
  scanButton: 'Check past postings',
  postings: 'Postings',
  medianScore: 'Median score',
  withoutFindings: 'Without findings',
  withQuestions: 'With a question for the hiring manager',
  withLegalGaps: 'With something missing by law',
  byCategory: 'Postings with at least one finding, by kind',
  overTime: 'Share of postings with a finding, month by month',
  anyFinding: 'Any finding',
  month: 'Month',
  category: 'Kind',
  share: 'Share',
  unread: (count: number) => `${plural(count, 'posting', 'postings')} not read: no text, or not in English.`,
};
