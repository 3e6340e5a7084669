import type { ListVerdict } from '../../../shared/protocol/rewrite.ts';
import { plural } from '../../plural.ts';

export const verdict: Record<ListVerdict, { title: string; hint: string }> = {
  closer: {
    title: 'Closer to the qualified pool',
    hint: 'With these changes, the people found look more like everyone who meets the requirements.',
  },
  further: {
    title: 'Further from the qualified pool',
    hint: 'With these changes, the people found look less like everyone who meets the requirements. You may want to keep fewer of them.',
  },
  'no-measurable-change': {
    title: 'No measurable change',
    hint: 'The changes make the posting clearer, but who is found stays about the same.',
  },
  'not-enough-data': {
    title: 'Not enough data to say',
    hint: 'There are too few people or postings to measure this fairly.',
  },
};

export const rewriteTexts = {
  title: 'Rewrite',
  button: 'Rewrite',
  again: 'Rewrite again',
  working: 'Looking for better wording…',
  workingHint: 'The first time after a start this may take a minute: your candidates are read first.',
  engineLabel: 'Suggestions from',
  engines: {
    policy: 'Learned policy (quick)',
    model: 'Language model (slower)',
    both: 'Both',
  },
  passageLabel: 'The model rewrites',
  passages: {
    sentence: 'Sentence by sentence',
    paragraph: 'Paragraph by paragraph',
  },
  paragraphHint: 'Whole paragraphs suit larger models; a small one may lose words.',
  alone:
    'These come from the built-in rules. The local service is not connected, so there is no word on who is found.',
  fellBack: (reason: string) =>
    `The local service could not rewrite (${reason}). These come from the built-in rules.`,
  none: 'No change to suggest. What was found needs a person’s decision, or nothing was found.',
  count: (accepted: number, total: number) => `${accepted} of ${plural(total, 'change', 'changes')} chosen`,
  accept: 'Accept',
  reject: 'Reject',
  acceptAll: 'Accept all',
  rejectAll: 'Reject all',
  apply: (count: number) => (count === 0 ? 'Apply' : `Apply ${plural(count, 'change', 'changes')}`),
  applying: 'Applying…',
  discard: 'Discard',
  editLabel: (before: string, after: string) =>
    before === ''
      ? `Add “${after}”`
      : after === ''
        ? `Delete “${before}”`
        : `Change “${before}” to “${after}”`,
  removed: 'removed:',
  added: 'added:',
  sources: {
    curated: 'From the word list',
    model: 'From the language model',
    delete: 'Can be left out',
    insert: 'One of your approved statements',
  },
  refusedTitle: (count: number) => `Facts kept: ${plural(count, 'change', 'changes')} refused`,
  refusedHint: 'These would have changed a fact, so they are not offered.',
  refusedReason: (kind: string, text: string) => `would change ${kind} “${text}”`,
  facts: {
    number: 'the number',
    pay: 'the pay',
    date: 'the date',
    person: 'the name',
    place: 'the place',
    organisation: 'the organisation',
    url: 'the link',
    email: 'the e-mail address',
    licence: 'the licence',
    skill: 'the skill',
    legal: 'the legal text',
    negation: 'the meaning of',
    modal: 'how binding this is:',
  },
  listTitle: 'Who is found',
  listMeasured: (recommender: string) => `Measured with ${recommender}, not on a job board.`,
  listOutdated: 'Your selection changed since this was measured.',
  listMeasure: 'Measure this selection',
  listMeasuring: 'Measuring…',
  listPending: 'Measuring on past postings. The first time this may take a minute or two.',
  notMeasured: (reason: string) => `Who is found could not be measured (${reason}).`,
  effectsOtherwise: (effect: string) => `Of every change that says nothing else: ${effect}`,
  relevanceKept: 'The skills you ask for are found as well as before.',
  relevanceLess: 'The skills you ask for may be found a little less often.',
  relevanceMore: 'The skills you ask for may be found a little more often.',
  appliedTitle: (count: number) => `${plural(count, 'change', 'changes')} applied`,
  outdated: 'The text changed since this rewrite was made. Discard it and rewrite again.',
  undoHint: (count: number) =>
    count === 1
      ? 'To take it back, click into the field and undo once (Ctrl+Z or ⌘Z).'
      : `To take it back, click into the field and undo ${count} times (Ctrl+Z or ⌘Z).`,
  clipboard:
    'This editor did not take the change. The new text is on the clipboard: paste it into the field.',
  notAppliedTitle: (count: number) => `${plural(count, 'change', 'changes')} not applied`,
  unplaced: 'It spans two fields.',
  done: 'Done',
};
