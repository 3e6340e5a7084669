import { type Form, inflections } from '../detection/inflection.ts';
import type { EquivalentGroup } from '../lexicon/equivalent-group.ts';
import { equivalentWording } from '../lexicon/equivalent-wording.ts';

/** A spelling of a wording: which group and member it is, and in which form. */
export interface Reading {
  readonly group: EquivalentGroup;
  readonly member: string;
  readonly form: Form;
}

/** A reading with the words, lower case, that stand for it in a text. */
export interface SpelledReading extends Reading {
  readonly words: readonly string[];
}

type Forms = Partial<Record<Form, string>>;

/** Verbs whose past and participle are one spelling, beside those of `inflection.ts`, and third persons of their own. */
const irregular: Readonly<Record<string, Forms>> = {
  become: { ing: 'becoming' },
  build: { ed: 'built' },
  buy: { ed: 'bought' },
  cut: { ed: 'cut' },
  deal: { ed: 'dealt' },
  do: { s: 'does' },
  go: { s: 'goes' },
  make: { ed: 'made' },
  meet: { ed: 'met' },
  put: { ed: 'put' },
  send: { ed: 'sent' },
  set: { ed: 'set' },
  submit: { ed: 'submitted', ing: 'submitting' },
};
/** A past that is not the participle (`began`, `begun`) fits one of two places only: such verbs have no past here. */
const twoPasts = new Set(['become', 'begin', 'choose', 'go', 'oversee', 'show', 'strive']);

/** American and British spelling of what members contain. */
const american: readonly [RegExp, string][] = [
  [/\b(util|organ)is(?=e|ing|ation)/giu, '$1iz'],
  [/\banalys(?=e[sd]?\b|ing)/giu, 'analyz'],
];
const british: readonly [RegExp, string][] = [
  [/\b(util|organ)iz(?=e|ing|ation)/giu, '$1is'],
  [/\banalyz(?=e[sd]?\b|ing)/giu, 'analys'],
];
const writtenInBritain =
  /\b(?:(?:organ|util|recogn|prioriti|optimi|speciali|maximi|minimi)is(?:e[sd]?|ing|ation)|colour|behaviour|favour|labour|honour|centres?\b|programmes?\b)/iu;

const respell = (text: string, spellings: readonly [RegExp, string][]) =>
  spellings.reduce((spelled, [pattern, letters]) => spelled.replace(pattern, letters), text);

/** Whether a text writes as in Britain, so that what is put in should too. */
export function writesBritish(text: string): boolean {
  return writtenInBritain.test(text);
}

/** The member in a form as it is written, or nothing where it has no such form. */
export function writeMember(member: string, form: Form, inBritain: boolean): string | undefined {
  const marked = /(\p{L}+)~/u.exec(member);
  if (marked === null) return form === 'base' ? spell(member, inBritain) : undefined;
  const [whole, word = ''] = marked;
  const inflected = formsOf(word).get(form);
  return inflected === undefined ? undefined : spell(member.replace(whole, inflected), inBritain);
}

function spell(wording: string, inBritain: boolean): string {
  return inBritain ? respell(wording, british) : wording;
}

function formsOf(word: string): ReadonlyMap<Form, string> {
  const forms = new Map<Form, string>([['base', word]]);
  const pasts: string[] = [];
  for (const [spelling, form] of inflections(word)) {
    if (form === 'ed') pasts.push(spelling);
    else if (!forms.has(form)) forms.set(form, spelling);
  }
  const [past] = pasts;
  if (past !== undefined && pasts.length === 1 && !twoPasts.has(word)) forms.set('ed', past);
  for (const [form, spelling] of Object.entries(irregular[word] ?? {})) forms.set(form as Form, spelling);
  return forms;
}

/** The words of a wording as they are compared: lower case, American, hyphens apart. */
export function comparedWords(wording: string): string[] {
  return respell(wording.toLowerCase().replaceAll('’', "'"), american).split(/[\s-]+/u);
}

/** Every spelling of every member by its first word, the longest first. */
function spellOut(groups: readonly EquivalentGroup[]): ReadonlyMap<string, readonly SpelledReading[]> {
  const byFirst = new Map<string, SpelledReading[]>();
  for (const group of groups) {
    for (const member of group.members) {
      for (const form of ['base', 's', 'ed', 'ing'] as const) {
        const written = writeMember(member, form, false);
        if (written === undefined) continue;
        const words = comparedWords(written);
        const [first = ''] = words;
        byFirst.set(first, [...(byFirst.get(first) ?? []), { group, member, form, words }]);
      }
    }
  }
  for (const readings of byFirst.values()) readings.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

let spelled: ReadonlyMap<string, readonly SpelledReading[]> | undefined;

/** Readings whose first word this is, the longest first; worked out when first asked for. */
export function readingsFrom(word: string): readonly SpelledReading[] {
  spelled ??= spellOut(equivalentWording);
  const [first = ''] = comparedWords(word);
  return spelled.get(first) ?? [];
}

/** Every reading of a whole wording. */
export function readingsOf(wording: string): readonly Reading[] {
  const words = comparedWords(wording);
  return readingsFrom(words[0] ?? '').filter((one) => one.words.join(' ') === words.join(' '));
}
