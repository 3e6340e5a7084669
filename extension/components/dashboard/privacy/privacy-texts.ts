export const privacyTexts = {
  keptTitle: 'What is kept, and where',
  what: 'What',
  where: 'Where',
  until: 'Until',
  kept: [
    { what: 'Settings, ignore list, rule packs, sites', where: 'This browser', until: 'You delete them' },
    { what: 'Pairing token', where: 'This browser', until: 'You unpair' },
    {
      what: 'Counts and scores of this session',
      where: 'This browser, in memory',
      until: 'The browser closes',
    },
    {
      what: 'Texts you check here and files you open',
      where: 'This page, in memory',
      until: 'The page closes',
    },
    {
      what: 'Candidates, past postings, decisions, reports',
      where: 'The local service’s folder on this computer',
      until: 'You erase them there',
    },
  ],
  never: 'Nothing is sent to any other computer.',
  tokenTitle: 'Pairing',
  tokenHere: 'This browser holds a token for the local service. Unpairing deletes it here.',
  tokenNone: 'This browser holds no token.',
  eraseTitle: 'Erase what this browser keeps',
  eraseHint:
    'Deletes settings, ignore list, rule packs, sites and the pairing. What the local service keeps stays. This cannot be undone.',
  eraseWord: 'erase',
  eraseButton: 'Erase',
  erased: 'Erased.',
};
