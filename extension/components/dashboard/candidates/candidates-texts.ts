import { plural } from '../../../plural.ts';

export const candidatesTexts = {
  poolTitle: 'What is there',
  candidates: 'Candidates',
  postings: 'Past postings',
  outcomes: 'Steps taken by applicants',
  sampleHint:
    'These people are made up. Real people are never mixed with them: start the local service with a folder of your own (--data), and import there.',
  importTitle: 'Import',
  kindLegend: 'What is in the file?',
  kinds: {
    candidates: { title: 'Candidates', hint: '– one person a line, with a profile or resume text' },
    outcomes: {
      title: 'Postings, outcomes or self-reports',
      hint: '– past postings, who applied and was hired, or what people said about themselves',
    },
  },
  choose: 'Choose a CSV or JSON lines file',
  looking: 'Looking at the columns…',
  trying: 'Trying the import, nothing is written…',
  importing:
    'Importing… You can cancel; what is finished by then stays, and importing again goes on from there.',
  badFile: 'This file is not a text table.',
  badFileMend: 'Save it as CSV with a header line, or as one JSON object a line.',
  previewHint: (name: string, records: number) =>
    `The first ${plural(records, 'record', 'records')} of “${name}”. Nothing is written yet.`,
  columnsTitle: 'Columns of the file',
  field: 'What it is',
  column: 'Column',
  columnFor: (field: string) => `Column for ${field}`,
  noColumn: '(none)',
  fields: {
    externalId: 'Number of the person',
    text: 'Profile or resume text',
    occupation: 'Occupation',
    skills: 'Skills',
    licences: 'Licences',
    yearsOfExperience: 'Years of experience',
  },
  recognised: (content: string, columns: readonly string[]) =>
    `The file holds ${content}. Read from: ${columns.join(', ')}.`,
  leftOutTitle: 'Left out',
  tryButton: 'Try it first (writes nothing)',
  importButton: 'Import',
  another: 'Import another file',
  tried: 'This is what the import would do. Nothing is written yet.',
  written: 'Imported.',
  counts: (imported: number, updated: number, unchanged: number, rejected: number) =>
    `${imported.toLocaleString('en')} new, ${updated.toLocaleString('en')} changed, ${unchanged.toLocaleString('en')} as before, ${plural(rejected, 'line', 'lines')} left out.`,
  historyTitle: 'Imports so far',
  historyNone: 'Nothing was imported yet.',
  when: 'When',
  what: 'What',
  historyKinds: { candidates: 'Candidates', outcomes: 'Outcomes' },
  historyColumns: { imported: 'New', updated: 'Changed', unchanged: 'As before', rejected: 'Left out' },
};
