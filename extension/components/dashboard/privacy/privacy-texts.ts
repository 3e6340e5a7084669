import type { AuditAction } from '../../../../shared/protocol/company-data.ts';
import { plural } from '../../../plural.ts';

const auditActionWords: Readonly<Record<AuditAction, string>> = {
  paired: 'Paired a browser',
  'token-revoked': 'Disconnected a browser',
  imported: 'Imported data',
  'figures-seen': 'Saw figures',
  'list-seen': 'Saw a match list',
  'training-started': 'Started training',
  'training-stopped': 'Stopped training',
  trained: 'Trained a policy or a model',
  promoted: 'Put a policy or a model in use',
  'rolled-back': 'Went back to the policy or model before',
  'policy-exported': 'Exported the policy',
  'policy-imported': 'Imported a policy',
  'settings-changed': 'Changed settings',
  'statements-changed': 'Changed a statement',
  exported: 'Saved a copy of a person’s data',
  erased: 'Erased data',
  'hold-changed': 'Changed a legal hold',
  'backed-up': 'Made a backup',
  restored: 'Went back to a backup',
};

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
  never: 'Nothing is sent to another computer, unless an analyst of yours connects the service to one.',
  tokenTitle: 'Pairing',
  tokenHere: 'This browser holds a token for the local service. Unpairing deletes it here.',
  tokenNone: 'This browser holds no token.',
  eraseTitle: 'Erase what this browser keeps',
  eraseHint:
    'Deletes settings, ignore list, rule packs, sites and the pairing. What the local service keeps stays. This cannot be undone.',
  eraseWord: 'erase',
  eraseButton: 'Erase',
  erased: 'Erased.',
  settings: {
    title: 'Company settings',
    saved: 'The setting is changed.',
    measuring: {
      title: 'Measuring',
      hint: 'Measures what wording may do to who is found, over what people said about themselves. While it is off, no self-report is read.',
    },
    optimising: {
      title: 'Learning',
      hint: 'Lets the policy learn which wording keeps the list close to everyone qualified. Needs measuring.',
    },
    exploring: {
      title: 'Trying suggestions in turn',
      hint: 'Draws for each posting whether the learned or the plain suggestions are offered first, so that later applications can tell which work. Needs learning.',
    },
    nightly: {
      title: 'Train every night',
      hint: 'Uses the new policy only if it passes every check. Needs learning.',
      hourLabel: 'Starts at',
      hour: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
    },
  },
  retention: {
    label: 'Erase people after this many days without any activity',
    hint: 'Leave it empty to erase nobody by itself. Longer times that the law asks for are kept.',
    invalid: 'Use a whole number of days from 1 to 36,500, or leave it empty.',
    save: 'Save',
    places: 'Records are kept at least as long as the law asks in',
    due: (people: number) =>
      `${plural(people, 'person is', 'people are')} past this time. Erasing them cannot be undone.`,
    word: 'erase',
    erase: 'Erase them now',
    erased: (people: number) => `${plural(people, 'person', 'people')} erased.`,
    floor: (days: number, rule: string, checkedOn: string) =>
      `– at least ${plural(days, 'day', 'days')} (${rule}; checked on ${checkedOn}; not legal advice)`,
  },
  person: {
    title: 'One person’s data',
    hint: 'For a person who asks what is kept, or asks to be erased. Only the person’s number from your own system is needed.',
    label: 'Number of the person',
    find: 'Look up',
    found: (outcomes: number, reports: number) =>
      `Found: a profile, ${plural(outcomes, 'step', 'steps')} in past postings, ${plural(reports, 'self-report', 'self-reports')}.`,
    copy: 'Save a copy for the person',
    fileName: 'personal-data.json',
    eraseHint:
      'Erasing deletes the person from the database, the index, the vectors and every backup this tool made. It cannot be undone.',
    erase: 'Erase this person',
    erased: (people: number) => (people === 0 ? 'Nobody had this number any more.' : 'The person is erased.'),
    stale: (count: number) =>
      `${plural(count, 'policy was', 'policies were')} learned with this person among many; train again when it suits you. No record is in a policy.`,
    unreachable: (folder: string, why: string) =>
      `A backup could not be opened and may still hold the person: ${folder} (${why}).`,
  },
  backups: {
    title: 'Backups',
    hint: 'Copies of both databases on this computer. To go back to one, use the command line: autorefine restore.',
    make: 'Make a backup',
    working: 'Making a backup…',
    none: 'No backup yet.',
    when: 'Made',
    size: 'Size',
    where: 'Folder',
    gone: 'Moved or deleted',
  },
  tokens: {
    title: 'Who is paired',
    hint: 'Browsers and scripts that may talk to the local service. One that is disconnected can pair again with a new code.',
    client: 'Who',
    roles: 'May',
    role: { recruiter: 'check and rewrite', analyst: 'see figures' },
    issued: 'Paired',
    used: 'Last used',
    never: 'never',
    revoke: 'Disconnect',
    revokeLabel: (client: string, issued: string) => `Disconnect ${client}, paired ${issued}`,
  },
  audit: {
    title: 'Audit log',
    hint: 'Who saw which figures and changed what. It can be added to, never changed.',
    entries: 'Entries of the log',
    none: 'Nothing is logged yet.',
    when: 'When',
    who: 'Who',
    what: 'What',
    detail: 'Details',
    actions: auditActionWords,
  },
};
