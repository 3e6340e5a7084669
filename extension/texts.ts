import { dashboardTexts as dashboard } from './components/dashboard/dashboard-texts.ts';
import { findingsTexts } from './components/findings/findings-texts.ts';
import { placeTexts } from './components/findings/place-texts.ts';
import { optionsTexts } from './components/options/options-texts.ts';
import { panelTexts } from './components/panel/panel-texts.ts';
import { pasteTexts } from './components/paste/paste-texts.ts';
import { popupTexts } from './components/popup/popup-texts.ts';
import { rewriteTexts, verdict } from './components/rewrite/rewrite-texts.ts';
import { welcomeTexts } from './components/welcome/welcome-texts.ts';
import { plural } from './plural.ts';
import { cardTexts } from './texts/card.ts';
import { category, evidence, severity } from './texts/finding.ts';

/**
 * Every English string of the extension; what one part alone says stands beside it. Another language is another object of the
 * type `Texts`. What the card in the page says stands in a file of its own (`texts/`), because a page is given nothing that it
 * does not show.
 * Wording is plain and tentative: a finding "may" do something, and the list moves "closer to" or "further from" the
 * qualified pool.
 */
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
  panel: panelTexts,

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
    notBelowZero: 'It does not go below 0',
    belowZero: (points: number) =>
      `The score rises once ${plural(points, 'more point is', 'more points are')} won back.`,
    caption: 'Points lost, reason by reason',
    hint: 'A reading aid, not a grade of you or the job. Length does not change it.',
    columnReason: 'Reason',
    columnPoints: 'Points',
  },
  findings: findingsTexts,
  rewrite: rewriteTexts,

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
  paste: pasteTexts,
  options: optionsTexts,
  places: placeTexts,
  dashboard,
  popup: popupTexts,
  welcome: welcomeTexts,
};

export type Texts = typeof texts;
