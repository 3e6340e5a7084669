import { plural } from '../../../plural.ts';

export const policyTexts = {
  currentTitle: 'In use now',
  current: 'Rewrites come from the version marked below.',
  none: 'No trained policy is in use. Rewrites come from the built-in rules.',
  rollBack: 'Go back to the version before',
  rollBackWord: 'go back',
  rolledBack: 'That version is no longer in use.',
  cannotUndo: 'This version came from a file, so putting it in use again takes importing that file again.',
  promote: 'Use this version',
  promoted: 'This version is in use now.',
  emptyTitle: 'No policy yet',
  emptyHint: 'A policy is what a training run learns from your own postings and candidates.',
  toTraining: 'Go to training',
  version: (when: string) => `Trained ${when}`,
  inForce: 'In use',
  used: (from: string, until: string | undefined) =>
    until ? `In use from ${from} until ${until}` : `In use since ${from}`,
  preferencesTitle: 'What it prefers',
  noPreference: 'It has learned no clear preference: it mostly leaves wording as it is.',
  morePreferences: (count: number) => `${plural(count, 'more preference', 'more preferences')}`,
  sure: (probability: number) => `chooses this in about ${Math.round(100 * probability)} of 100 places`,
  checks: 'May it be used? The checks',
  imported: 'This version came from a file; its checks were made where it was trained.',
};
