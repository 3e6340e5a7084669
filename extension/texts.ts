import type { ListVerdict } from '../shared/protocol/rewrite.ts';
import { dashboardTexts as dashboard } from './components/dashboard/dashboard-texts.ts';
import { plural } from './plural.ts';
import { cardTexts } from './texts/card.ts';
import { category, evidence, severity } from './texts/finding.ts';

/**
 * Every English string of the extension. Another language is another object of the type `Texts`. What the card in the page
 * says stands in a file of its own (`texts/`), because a page is given nothing that it does not show.
 * Wording is plain and tentative: a finding "may" do something, and the list moves "closer to" or "further from" the
 * qualified pool.
 */

const verdict: Record<ListVerdict, { title: string; hint: string }> = {
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

export const texts = {
  product: 'AutoRefine',
  severity,
  category,
  evidence,
  verdict,
  card: cardTexts,

  common: {
    loading: 'Loading…',
    tryAgain: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    remove: 'Remove',
    undo: 'Undo',
    done: 'done',
    options: 'Options',
    dashboard: 'Dashboard',
    unknownError: 'Something went wrong.',
    unknownMend: 'Try again. If it happens again, close this page and open it anew.',
  },

  sidecar: {
    name: 'local service',
    paired: 'Connected',
    unpaired: 'Not paired',
    absent: 'Working alone',
    absentTitle: 'The local service is not running',
    absentStill: 'Marks, suggestions, rewrites and applying them all work without it.',
    absentAdds:
      'With it you also get: rewrites learned from your own candidates, what a rewrite does to who is found, and reports.',
    absentMore: 'What it adds, and how to start it',
    absentMend: 'Start it in the AutoRefine folder:',
    command: 'npm start',
    unpairedTitle: 'The local service is running but not paired',
    unpairedMend: 'Pair once with the code that it shows when it starts.',
    pair: 'Pair now',
    sample: 'Synthetic sample data',
    sampleHint: 'The people behind this are made up. Import your own candidates to measure on them.',
  },

  panel: {
    tabForm: 'This form',
    tabPaste: 'Paste a text',
    tabsLabel: 'What to check',
    loading: 'Looking at this page…',
    unsupportedTitle: 'Nothing to check here',
    unsupportedHint: 'AutoRefine cannot read this kind of page. Open a posting form, or paste a text.',
    offTitle: (host: string) => `AutoRefine is off on ${host}`,
    offHint: 'It reads a site only after you turn it on there, and talks to this computer only.',
    turnOn: 'Turn on for this site',
    denied: 'The browser did not give permission, so the site stays off.',
    noFieldTitle: 'No posting field found yet',
    noFieldHint: 'Open or click into the form where you write the posting. It shows up here by itself.',
    useField: 'Use the field I last typed in',
    noTypedField: 'No field was typed in on this page.',
    noTypedFieldMend: 'Click into the posting’s field, type a letter, and try again.',
    pasteInstead: 'Paste a text instead',
    notEnglish: 'Fields in other languages are left alone: the rules know English only.',
    cleanTitle: 'Nothing found',
    cleanHint: 'No wording here is known to keep qualified people away.',
    failedTitle: 'The page could not be read',
  },

  fields: {
    title: (count: number) => `${plural(count, 'field', 'fields')} of this form`,
    unnamed: 'Field without a label',
    hint: 'If a field was taken for the wrong thing, say what it is. This site remembers.',
    roles: {
      title: 'Title',
      body: 'Posting',
      section: 'Section',
      pay: 'Pay',
      location: 'Location',
      'employment-type': 'Employment type',
      none: 'Not part of the posting',
    },
  },

  score: {
    label: (value: number) => `Score ${value} of 100`,
    outOf: 'of 100',
    open: 'Reads open to everyone qualified',
    some: 'A few places may narrow who applies',
    several: 'Several places may keep qualified people away',
    found: ({ findings, questions, legal }: { findings: number; questions: number; legal: number }) =>
      [
        plural(findings, 'finding', 'findings'),
        ...(questions > 0 ? [plural(questions, 'question', 'questions')] : []),
        ...(legal > 0 ? [plural(legal, 'legal check', 'legal checks')] : []),
      ].join(', '),
    how: 'How this adds up',
    start: 'Starting points',
    total: 'Score',
    caption: 'Points lost, reason by reason',
    hint: 'A reading aid, not a grade of you or the job. Length does not change it.',
    columnReason: 'Reason',
    columnPoints: 'Points',
  },

  findings: {
    title: 'Findings',
    show: (text: string) => `Show “${text}” in the page`,
    wholePosting: 'The posting as a whole',
    use: 'Use',
    replaceLabel: (before: string, after: string) => `Replace “${before}” with “${after}”`,
    deleteLabel: (before: string) => `Delete “${before}”`,
    deleteWord: 'delete',
    evidenceLine: (grade: string, source: string) => `${grade}: ${source}`,
    source: 'Source',
    questionsTitle: 'Questions for the hiring manager',
    questionsHint: 'Changing these would change the requirements, so they are never edited for you.',
    copyQuestion: 'Copy question',
    copied: 'Copied',
    legalTitle: 'Legal checks',
    legalNone: 'Nothing missing for the chosen hiring locations.',
    legalNoLocations: 'Choose where you hire to see what those places ask for.',
    legalLocations: 'Hiring in',
    legalNoLocationsButton: 'Choose locations',
    legalChange: 'Change',
    legalDisclaimer: 'Not legal advice.',
    legalChecked: (date: string) => `Law data checked on ${date}.`,
    legalNotFound: 'Not found in this form.',
    givenElsewhere: 'Given elsewhere',
    givenElsewhereUndo: 'Ask again',
    notesTitle: 'Notes',
    notesHint: 'Not marked in the page.',
  },

  rewrite: {
    title: 'Rewrite',
    button: 'Rewrite',
    again: 'Rewrite again',
    working: 'Looking for better wording…',
    engineLabel: 'Suggestions from',
    engines: {
      policy: 'Learned policy (quick)',
      model: 'Language model (slower)',
      both: 'Both',
    },
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
    listMeasured: (recommender: string) =>
      `Measured with ${recommender} on this computer, not on a job board.`,
    listOutdated: 'Your selection changed since this was measured.',
    listMeasure: 'Measure this selection',
    listMeasuring: 'Measuring…',
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
  },

  history: {
    title: 'This session',
    hint: 'Kept until the browser closes, on this computer only.',
    applied: (count: number) => `${plural(count, 'change', 'changes')} applied`,
    score: (before: number, after: number) => `score ${before} → ${after}`,
    none: 'Nothing applied yet.',
  },

  report: {
    title: 'Report',
    hint: 'What was found and changed, and how the list compares with the qualified pool.',
    format: { html: 'HTML', pdf: 'PDF', csv: 'CSV', json: 'JSON' },
    export: (format: string) => `Export as ${format}`,
    working: (format: string) => `Making the ${format} report…`,
    saved: (name: string) => `Saved as ${name}.`,
    needsAnalyst: 'Reports hold figures. Your company’s analyst can export them.',
    needsSidecar: 'Reports are made by the local service. Start it, and they work here.',
  },

  paste: {
    hint: 'For any site, Word or Docs. The text stays in this page.',
    boxLabel: 'Your posting',
    placeholder: 'Paste or write a posting here',
    open: 'Open a file',
    openLabel: 'Open a .docx, .html or .txt file',
    copy: 'Copy',
    copyLabel: 'Copy with formatting',
    copied: 'Copied. Paste it where the posting goes.',
    copyFailed: 'The browser did not allow copying. Select the text and press Ctrl+C or ⌘C.',
    clear: 'Clear',
    boxClosed: 'The text box is closed.',
    cleared: 'Text cleared. To get it back, click into the box and undo (Ctrl+Z or ⌘Z).',
    reading: 'Reading the file…',
    badFile: (name: string) => `“${name}” could not be read.`,
    badFileMend: 'Save it as .docx, .html or .txt and open that; older .doc files need saving anew in Word.',
    tooLarge: (name: string) => `“${name}” is larger than 1 MB of text.`,
    tooLargeMend: 'A posting is rarely longer than a few pages: open only the posting.',
    notEnglish: 'This does not look like English. The rules know English only, so nothing is marked.',
  },

  options: {
    title: 'Options',
    saved: 'Changes are kept at once.',
    byCompany: 'Set by your company.',
    locations: {
      title: 'Where you hire',
      hint: 'Decides which laws are checked. A law of a state is checked only if you choose the state.',
      unitedStates: 'United States',
      europe: 'Europe',
      size: 'Number of employees',
      sizeHint: 'Some laws hold from a size on. Left empty, all are checked.',
      sizeInvalid: 'Use a whole number from 1, or leave it empty.',
    },
    ignored: {
      title: 'What you ignore',
      hint: 'Never marked and never counted. The list can be shared as a file.',
      terms: 'Words',
      rules: 'Rules',
      none: 'You ignore nothing yet. Ignoring a term or a rule on a card adds to this list.',
      add: 'Add a word',
      addButton: 'Add',
      remove: (name: string) => `Stop ignoring “${name}”`,
      removed: (name: string) => `“${name}” is marked again.`,
      export: 'Export',
      import: 'Import',
      imported: (count: number) => `${plural(count, 'entry', 'entries')} added from the file.`,
      fileName: 'autorefine-ignore-list.json',
      badFile: (name: string) => `“${name}” is not an ignore list.`,
      badFileMend: 'Use a file that was exported here: {"terms": ["…"], "rules": ["…"]}.',
    },
    wrong: {
      title: 'Marks you called wrong',
      hint: 'Kept in this browser: the rule, and the words around the mark as numbers that cannot be read back. A paired local service is told the rule, nothing else.',
      none: 'You have not called a mark wrong.',
      byRule: 'By rule',
      times: (count: number) => plural(count, 'time', 'times'),
      remove: (rule: string) => `Delete what you said of “${rule}”`,
      removed: (rule: string) => `What you said of “${rule}” is deleted.`,
      removeAll: 'Delete all',
      allRemoved: 'All of it is deleted.',
      export: 'Export',
      fileName: 'autorefine-wrong-marks.json',
    },
    packs: {
      title: 'Rule packs',
      hint: 'Rules of your own company, added to those that ship. A pack is a JSON file.',
      none: 'No pack added.',
      import: 'Add a pack',
      counts: (rules: number, laws: number) =>
        [plural(rules, 'rule', 'rules'), ...(laws > 0 ? [plural(laws, 'law', 'laws')] : [])].join(', '),
      added: (name: string) => `“${name}” is added.`,
      replaced: (name: string) => `“${name}” is replaced.`,
      remove: (name: string) => `Remove “${name}”`,
      removed: (name: string) => `“${name}” is removed.`,
      refused: 'The pack was not added, and nothing of it is used. Mend the file and add it again.',
    },
    sites: {
      title: 'Sites',
      hint: 'Known job sites are on from the start. Others are on only where you said so.',
      none: 'You have not switched any site on or off.',
      switch: (host: string) => `AutoRefine on ${host}`,
    },
    service: {
      title: 'Local service',
      candidates: (count: number) => plural(count, 'candidate', 'candidates'),
      models: (names: readonly string[]) =>
        names.length === 0
          ? 'No language model found: rewrites come from the learned policy and the rules.'
          : `Language models: ${names.join(', ')}`,
      role: {
        recruiter: 'Paired as recruiter: findings, rewrites, and words about the list.',
        analyst: 'Paired as analyst: figures and imports as well.',
      },
      unpair: 'Unpair',
    },
    shortcuts: {
      title: 'Keyboard',
      hint: 'Chrome keeps the keys. Change them there.',
      none: 'not set',
      open: 'Open Chrome’s shortcut page',
    },
    marks: {
      title: 'Marks',
      label: 'How words are marked',
      highlights: 'As text highlights (follow the text by themselves)',
      boxes: 'As boxes (for pages where highlights do not show)',
    },
    data: {
      title: 'Where your data is',
      lines: [
        'Settings and the ignore list are kept in this browser.',
        'Candidates, postings and reports are kept by the local service in one folder on this computer. To see which, type:',
      ],
      command: 'npm run -s autorefine -- doctor',
    },
  },

  places: {
    US: 'United States (federal)',
    'US-CA': 'California',
    'US-CO': 'Colorado',
    'US-DC': 'District of Columbia',
    'US-DE': 'Delaware',
    'US-HI': 'Hawaii',
    'US-IL': 'Illinois',
    'US-MA': 'Massachusetts',
    'US-MD': 'Maryland',
    'US-ME': 'Maine',
    'US-MN': 'Minnesota',
    'US-NJ': 'New Jersey',
    'US-NY': 'New York',
    'US-NY-NYC': 'New York City',
    'US-OH-CLE': 'Cleveland, Ohio',
    'US-OH-COL': 'Columbus, Ohio',
    'US-VA': 'Virginia',
    'US-VT': 'Vermont',
    'US-WA': 'Washington',
    EU: 'European Union',
    UK: 'United Kingdom',
  },

  dashboard,

  popup: {
    siteOn: 'On for this site',
    siteOff: 'Off for this site',
    siteSwitch: (host: string) => `Check postings on ${host}`,
    unsupported: 'This page cannot be checked.',
    marks: (count: number) =>
      count === 0 ? 'Nothing marked in this form' : `${plural(count, 'mark', 'marks')} in this form`,
    noField: 'No posting field on this page yet',
    openPanel: 'Open side panel',
    privacy: 'It talks to this computer only.',
    pages: 'More pages',
  },

  welcome: {
    title: 'Postings that reach everyone qualified',
    intro:
      'AutoRefine marks wording that may keep qualified people away, says why, and offers other words. Your text is checked on this computer.',
    step1: 'Find the local service',
    step2: 'Pair',
    step3: 'Try it',
    looking: 'Looking for the local service…',
    found: (version: string) => `Found, version ${version}.`,
    absent: 'Not running yet. Open a terminal in the AutoRefine folder and type:',
    copyCommand: 'Copy',
    lookAgain: 'Look again',
    noticed: 'This page notices by itself when it starts.',
    pairAgain: 'Pair anew',
    without: 'You can also go on without it: marks, suggestions and rewrites work alone.',
    codeLabel: 'One-time code',
    codeHint: 'The local service shows it where you started it.',
    portLabel: 'Port',
    portHint: 'Change it only if the local service names another one.',
    pairButton: 'Pair',
    pairing: 'Pairing…',
    paired: 'Paired. You are ready.',
    pairedAs: {
      recruiter: 'Paired as recruiter.',
      analyst: 'Paired as analyst: figures and imports are open to you.',
    },
    pairFailed: 'That code was not accepted.',
    pairFailedMend: 'Codes work once and for a few minutes. Use the newest one shown by the local service.',
    codeMissing: 'Enter the code first.',
    portInvalid: 'A port is a whole number from 1 to 65535, usually 47821.',
    tryHint:
      'A made-up posting form, served from your own computer. Look for the marks, then open the side panel.',
    trySample: 'Open the sample posting',
    tryPaste: 'Check a text of your own',
    privacyTitle: 'What it reads',
    privacy: [
      'It reads posting fields on known job sites and on sites that you turn on, nowhere else.',
      'It talks to one program on your own computer, and to nothing else.',
      'It measures wording, not people: nobody is shortlisted or rejected with it.',
    ],
  },
};

export type Texts = typeof texts;
