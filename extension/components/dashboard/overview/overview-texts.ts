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
  verdicts: {
    title: 'Is there a problem?',
    none: 'Nothing is measured yet: it takes candidates, past postings and self-reports, with measuring switched on.',
    about: (topic: string, attribute: string) => `${topic}, by ${attribute}`,
    topics: { 'match-list': 'Who is found', selection: 'Who is chosen' },
    tones: { attention: 'Worth a look:', open: 'Open:', quiet: 'As far as can be told:', good: 'Better:' },
  },
  list: {
    title: 'Who is found, before and after rewriting',
    hint: 'Shares of the match list beside the shares of everyone who meets the requirements.',
    none: 'Not measured yet.',
    group: 'Group',
    pool: 'Everyone qualified',
    before: 'List before',
    after: 'List after',
    basis: (postings: number, people: number, recommender: string, day: string) =>
      `${plural(postings, 'posting', 'postings')}, ${plural(people, 'person', 'people')}; ${recommender}; measured ${day}.`,
  },
  past: {
    title: 'The company’s past postings',
    none: 'No past posting is imported yet.',
    rewritten: 'Rewritten',
  },
};
