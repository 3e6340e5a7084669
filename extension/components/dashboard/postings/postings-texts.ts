import { plural } from '../../../plural.ts';

export const postingsTexts = {
  emptyTitle: 'Check past postings',
  emptyHint:
    'Choose an export of your applicant tracking system as CSV or JSON lines. It is read in this page and goes nowhere.',
  choose: 'Choose a file',
  badFile: (name: string) => `“${name}” could not be read.`,
  badFileMend: 'Save it as CSV with a header line, in UTF-8, or as one JSON object a line.',
  noRowsMend: 'It has no rows. The first line must hold the column names, and each further line one posting.',
  tooLargeMend: 'It is larger than 400 MB. Split it into several files.',
  mappingTitle: 'Which column is which?',
  mappingHint: (name: string, rows: number) => `“${name}” has ${plural(rows, 'row', 'rows')}.`,
  meaning: 'Meaning',
  column: 'Column',
  firstRow: 'First row',
  noColumn: '(none)',
  columnFor: (target: string) => `Column for ${target}`,
  targets: {
    text: 'Text',
    title: 'Title',
    id: 'Number',
    link: 'Link',
    date: 'Date',
    pay: 'Pay',
    location: 'Location',
  },
  needsText: 'Choose the column that holds the text of the posting.',
  scan: (count: number) => `Check ${plural(count, 'posting', 'postings')}`,
  rejected: (count: number) => `${plural(count, 'line', 'lines')} left out`,
  rejectedLine: (line: number, why: string) => `Line ${line}: ${why}`,
  rejectedMore: (count: number) => `… and ${plural(count, 'more line', 'more lines')}.`,
  scanning: (done: number, total: number) =>
    `Checking ${done.toLocaleString('en')} of ${plural(total, 'posting', 'postings')}…`,
  scanned: (done: number, total: number, stopped: boolean) =>
    stopped
      ? `Stopped after ${done.toLocaleString('en')} of ${plural(total, 'posting', 'postings')}.`
      : `${plural(done, 'posting', 'postings')} checked.`,
  stop: 'Stop',
  tableLabel: 'Checked postings',
  columns: {
    title: 'Title',
    score: 'Score',
    findings: 'Findings',
    questions: 'Questions',
    legal: 'Missing by law',
    actions: 'Open',
  },
  untitled: (id: string) => `Posting ${id}`,
  unread: 'not read',
  open: (name: string) => `Open “${name}” to check and rewrite it`,
  openShort: 'Open',
};
