import { plural } from '../../plural.ts';

export const optionsTexts = {
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
    hint: 'Rules, laws and job sites of your own company, added to those that ship. A pack is a JSON file.',
    none: 'No pack added.',
    import: 'Add a pack',
    counts: (rules: number, laws: number, sites: number) =>
      [
        ...(rules > 0 || laws + sites === 0 ? [plural(rules, 'rule', 'rules')] : []),
        ...(laws > 0 ? [plural(laws, 'law', 'laws')] : []),
        ...(sites > 0 ? [plural(sites, 'site', 'sites')] : []),
      ].join(', '),
    from: { service: 'from the local service', policy: 'from your company’s policy' },
    companyRefused: 'A rule pack of your company is not used',
    companyRefusedMend:
      'Tell whoever keeps your company’s packs. Nothing of this pack is used; the others are.',
    added: (name: string) => `“${name}” is added.`,
    replaced: (name: string) => `“${name}” is replaced.`,
    remove: (name: string) => `Remove “${name}”`,
    removed: (name: string) => `“${name}” is removed.`,
    refused: 'The pack was not added, and nothing of it is used. Mend the file and add it again.',
  },
  sites: {
    title: 'Sites',
    hint: 'Known job sites are on from the start. Others are on only where you said so; the browser asks you once for each.',
    none: 'You have not switched any site on or off.',
    switch: (host: string) => `AutoRefine on ${host}`,
    company: {
      lists: 'listed by your company',
      on: 'kept on by your company',
      off: 'kept off by your company',
    },
  },
  service: {
    title: 'Local service',
    candidates: (count: number) => plural(count, 'candidate', 'candidates'),
    models: (names: readonly string[]) =>
      names.length === 0
        ? 'No language model found: rewrites come from the learned policy and the rules.'
        : `Language models: ${names.join(', ')}`,
    model: 'Language model for rewrites',
    modelOfService: 'Chosen by the service',
    modelMissing: (name: string) => `${name} (not installed now)`,
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
};
