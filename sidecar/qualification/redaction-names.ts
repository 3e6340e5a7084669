import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { tokenise } from './tokens.ts';

/** The name of a resume stands in its first lines. */
const headerLines = 3;
const ornament = /^[\s*_#>=~|-]+|[\s*_#>=~|-]+$/g;
const nameLabel = /^(?:full |candidate |applicant |first |last |given |family )?name[\s*_]*:[\s*_]*/i;
/** One to four words such as `Mary-Jane O'Neill`, `J. SMITH`, with credentials after a comma allowed. */
const nameShape = /^\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}(?:,.*)?$/u;
/** What job titles end in, also those that the taxonomy does not hold. */
const titleNouns = new Set(
  (
    'manager agent inspector specialist analyst representative technician advisor adviser executive supervisor engineer ' +
    'designer consultant coordinator therapist candidate support associate assistant officer director leader underwriter ' +
    'attendant instructor developer trainer intern volunteer interventionist scribe worker operator administrator ' +
    'maker sergeant banker storekeeper co-op op op. partner architect student graduate unit'
  ).split(' '),
);
const headings = new Set(
  (
    'resume cv curriculum vitae summary profile objective experience education skill contact detail personal information ' +
    'professional career work employment history about me references highlight overview qualification accomplishment ' +
    'core strength competency area expertise focus background statement company name city state current present'
  ).split(' '),
);

/**
 * Takes a person's name out of a resume whose header shows it, and then its repetitions. A line is a name when it is
 * labelled so, or when it stands at the top, has the shape of a name and reads like no job title: `Tyler Cook`, not
 * `Executive Chef`.
 */
export function redactHeaderName(text: string, taxonomy: Taxonomy): string {
  const lines = text.split('\n');
  const names: string[] = [];
  let seen = 0;
  for (const [i, line] of lines.entries()) {
    const content = line.replace(ornament, '');
    if (content === '') continue;
    const labelled = nameLabel.test(content);
    const name = content.replace(nameLabel, '').replace(ornament, '');
    if (labelled || (seen < headerLines && looksLikeName(name, taxonomy))) {
      names.push(name);
      lines[i] = '';
    } else {
      seen += 1;
    }
  }
  return names.reduce(removeRepetitions, lines.join('\n'));
}

function looksLikeName(line: string, taxonomy: Taxonomy): boolean {
  if (!nameShape.test(line)) return false;
  const tokens = tokenise(line.split(',')[0] ?? '').filter(
    ({ form }) => !/^(?:i{1,3}|iv|v|jr|sr)$/.test(form),
  );
  const titles = taxonomy.occupations.find(tokens);
  if (titles.some(({ first, last }) => last > first && last === tokens.length - 1)) return false;
  const forms = tokens.map(({ form }) => form);
  const known = (form: string | undefined) =>
    form === undefined || taxonomy.words.has(form) || headings.has(form);
  const last = forms.at(-1);
  if (forms.length < 2 || forms.every(known) || titleNouns.has(last ?? '')) return false;
  // English titles end in their noun: an unknown last word is a surname, a known one may be (`Tyler Cook`).
  return !known(last) || (forms.length === 2 && !known(forms[0]));
}

/** Removes a name that stood in the header: all of it anywhere, its words where they are not part of another name. */
function removeRepetitions(text: string, name: string): string {
  const words = name.split(/[\s,]+/).filter((word) => word.length >= 3);
  const whole = text.replaceAll(name, '');
  return words.reduce((rest, word) => {
    const place = String.raw`(?<!\p{Lu}\p{L}*[ ,]+)(?<![\p{L}\d&/-] ?[&/-] ?)`;
    const further = String.raw`(?![ ,]+(?:\p{Lu}|\d)| ?[&/-])`;
    return rest.replace(new RegExp(`${place}${anyCase(word)}${further}`, 'gu'), '');
  }, whole);
}

/** Removes these words wherever they stand with a capital letter, with a possessive that hangs on them. */
export function removeNames(text: string, names: readonly string[]): string {
  const words = names.map((name) => name.replace(/[^\p{L}'’-]/gu, '')).filter((name) => name.length >= 3);
  return [...new Set(words)].reduce((rest, word) => rest.replace(new RegExp(anyCase(word), 'gu'), ''), text);
}

/** The word as given, in capitals and with a capital, as a whole word. */
function anyCase(word: string): string {
  const escaped = word.replace(/[^\p{L}'’-]/gu, '').replace(/[-'’]/g, "[-'’]");
  const title = escaped.charAt(0).toUpperCase() + escaped.slice(1).toLowerCase();
  return `(?<!\\p{L})(?:${escaped.toUpperCase()}|${title}|${escaped})(?:['’]s)?(?!\\p{L})`;
}
