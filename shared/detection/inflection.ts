/** The form of a noun or verb: as in the dictionary, with -s (plural or third person), -ed, or -ing. */
export type Form = 'base' | 's' | 'ed' | 'ing';

const irregular: Readonly<Record<string, Partial<Record<Form, readonly string[]>>>> = {
  person: { s: ['people', 'persons'] },
  child: { s: ['children'] },
  wife: { s: ['wives'] },
  foot: { s: ['feet'] },
  be: { s: ['is', 'are'], ed: ['was', 'were', 'been'], ing: ['being'] },
  have: { s: ['has'], ed: ['had'], ing: ['having'] },
  do: { s: ['does'], ed: ['did', 'done'] },
  get: { ed: ['got'], ing: ['getting'] },
  run: { ed: ['ran', 'run'], ing: ['running'] },
  stand: { ed: ['stood'] },
  seek: { ed: ['sought'] },
  drive: { ed: ['drove', 'driven'] },
  speak: { ed: ['spoke', 'spoken'] },
  grow: { ed: ['grew', 'grown'] },
  give: { ed: ['gave', 'given'] },
  bring: { ed: ['brought'] },
  take: { ed: ['took', 'taken'] },
  think: { ed: ['thought'] },
  find: { ed: ['found'] },
  hold: { ed: ['held'] },
  keep: { ed: ['kept'] },
  lead: { ed: ['led'] },
  see: { ed: ['saw', 'seen'] },
  teach: { ed: ['taught'] },
  write: { ed: ['wrote', 'written'] },
  hear: { ed: ['heard'] },
  blend: { ed: ['blended'] },
  fit: { ed: ['fitted', 'fit'], ing: ['fitting'] },
  sit: { ed: ['sat'], ing: ['sitting'] },
  wear: { ed: ['wore', 'worn'] },
};

/** Verbs of two syllables whose last consonant doubles; one-syllable ones follow from the spelling. */
const doubling = new Set(['prefer', 'occur', 'permit', 'commit', 'admit', 'refer', 'begin']);

/** The word in a form, first spelling preferred: `inflect('salesperson', 's')` is `salespeople`. */
export function inflect(word: string, form: Form): string {
  return spellings(word, form)[0] ?? word;
}

/** Inflections already worked out: word classes name the same words in many patterns. */
const known = new Map<string, ReadonlyMap<string, Form>>();

/** Every inflected spelling of a word with its form, the base included. */
export function inflections(word: string): ReadonlyMap<string, Form> {
  const all = known.get(word) ?? allSpellings(word);
  known.set(word, all);
  return all;
}

function allSpellings(word: string): ReadonlyMap<string, Form> {
  const all = new Map<string, Form>([[word, 'base']]);
  for (const form of ['s', 'ed', 'ing'] as const) {
    for (const spelling of spellings(word, form)) if (!all.has(spelling)) all.set(spelling, form);
  }
  return all;
}

function spellings(word: string, form: Form): readonly string[] {
  if (form === 'base') return [word];
  const exception = irregularOf(word)?.[form];
  if (exception) return exception;
  if (form === 's') return [regularS(word)];
  const stem = stemOf(word, form);
  return [form === 'ed' ? (stem.endsWith('e') ? `${stem}d` : `${stem}ed`) : `${stem}ing`];
}

/** Compounds follow their last part: "salesman" as "man", "layperson" as "person". */
function irregularOf(word: string): Partial<Record<Form, readonly string[]>> | undefined {
  const direct = irregular[word];
  if (direct) return direct;
  if (word.endsWith('man') && !word.endsWith('human') && !/^(?:ger|ro|otto)/.test(word)) {
    return { s: [`${word.slice(0, -2)}en`] };
  }
  if (word.endsWith('person')) return { s: [`${word.slice(0, -6)}people`, `${word}s`] };
  return undefined;
}

function regularS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

function stemOf(word: string, form: 'ed' | 'ing'): string {
  if (word.endsWith('ie') && form === 'ing') return `${word.slice(0, -2)}y`;
  if (word.endsWith('e') && !word.endsWith('ee') && form === 'ing') return word.slice(0, -1);
  if (form === 'ed' && /[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}i`;
  if (doubling.has(word) || /^[^aeiou]*[aeiou][bdfglmnprt]$/.test(word)) return word + word.slice(-1);
  return word;
}
