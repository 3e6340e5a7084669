import { category, evidence, severity } from './finding.ts';

/** What the card in the page says; the words for severities and evidence are those of the panel. */
export const cardTexts = {
  severity,
  category,
  evidence,
  label: (quoted: string) => `AutoRefine: “${quoted}”`,
  close: 'Close',
  previous: 'Previous mark',
  next: 'Next mark',
  place: (index: number, count: number) => `${index} of ${count}`,
  replaceWith: (before: string, after: string) => `Replace “${before}” with “${after}”`,
  remove: 'Leave it out',
  removeLabel: (before: string) => `Leave out “${before}”`,
  question: 'A question for the hiring manager: changing this would change the requirement.',
  noSuggestion: 'No ready replacement. You may want to say what the work needs instead.',
  source: 'Source',
  ignore: 'Ignore',
  scopes: {
    once: 'Here, this once',
    posting: 'In this posting',
    term: 'This wording, always',
    rule: 'This rule, always',
  },
  wrong: 'Wrong?',
  wrongLabel: 'Say that this mark is wrong',
  noted: 'Noted on this computer. Thank you.',
  all: 'All findings',
  found: (count: number) =>
    count === 1
      ? 'One place marked. Alt Shift A opens its card.'
      : `${count} places marked. Alt Shift A opens a card.`,
  noneLeft: 'No marks left.',
  left: (count: number) => (count === 1 ? 'Changed. One mark left.' : `Changed. ${count} marks left.`),
};
