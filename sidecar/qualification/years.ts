const numberWords = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
    .split(' ')
    .map((word, i) => [word, i + 1]),
);
numberWords.set('twenty', 20);

const number = `(\\d{1,2}|${[...numberWords.keys()].join('|')})`;
/** "3+ years", "three (3) years", "3 to 5 years", "5 or more years": the first number is the least asked for. */
const yearsPhrase = new RegExp(
  `\\b${number}(?:\\s*\\(\\d{1,2}\\))?\\s*(?:\\+|plus|or more)?\\s*(?:(?:-|–|to)\\s*\\d{1,2}\\s*\\+?\\s*)?(?:full\\s+)?(?:years?|yrs?)\\b`,
  'giu',
);
const aboutWork =
  /experience|background|track record|in (?:a|the) (?:role|field|industry)|working|work as|expertise|similar role/i;
const notWork =
  /years? (?:old|of age)|age[d]? |degree|(?:founded|established|history|anniversary|for over|for more than)/i;
/** Words on either side of the number that may say what the years are of. */
const reach = 60;
/** More than this is a company's age or a misreading. */
const mostYears = 40;

function* yearMentions(text: string): Generator<number> {
  for (const match of text.matchAll(yearsPhrase)) {
    const raw = (match[1] ?? '').toLowerCase();
    const years = numberWords.get(raw) ?? Number(raw);
    const sentence = around(text, match.index, match.index + match[0].length);
    if (years > 0 && years <= mostYears && aboutWork.test(sentence) && !notWork.test(sentence)) yield years;
  }
}

function around(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  const from = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')) + 1;
  const stop = after.search(/\n|\. /);
  return before.slice(from) + text.slice(start, end) + (stop < 0 ? after : after.slice(0, stop));
}

/** Years of experience that a posting asks for: the largest of its minima, undefined when it names none. */
export function requiredYears(text: string): number | undefined {
  const mentions = [...yearMentions(text)];
  return mentions.length === 0 ? undefined : Math.max(...mentions);
}

const month = '(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?,?\\s+|(\\d{1,2})\\s*/\\s*)?';
const span = new RegExp(
  `\\b${month}((?:19|20)\\d\\d)\\s*(?:-|–|—|to|until|through)\\s*(?:${month}((?:19|20)\\d\\d)|(present|current|now|today|date))`,
  'giu',
);

/**
 * Years of experience of a candidate: what the text states ("over 20 years of experience"), else the union of its dated
 * stints. A stint that is still open ends with the latest year of the text, so that no clock is needed.
 * @returns whole years rounded down, undefined when the text says nothing of it.
 */
export function candidateYears(text: string): number | undefined {
  const stated = [...yearMentions(text)];
  if (stated.length > 0) return Math.max(...stated);
  const matches = [...text.matchAll(span)];
  if (matches.length === 0) return undefined;
  const latest = Math.max(...matches.flatMap((m) => [Number(m[2]), Number(m[4] ?? 0)]));
  const stints = matches
    .map((m) => ({ from: decimalYear(m[2], m[1]), to: m[4] ? decimalYear(m[4], m[3]) : latest + 1 }))
    .filter((stint) => stint.to >= stint.from && stint.to - stint.from <= mostYears)
    .sort((a, b) => a.from - b.from);
  let total = 0;
  let covered = 0;
  for (const { from, to } of stints) {
    total += Math.max(0, to - Math.max(from, covered));
    covered = Math.max(covered, to);
  }
  return Math.min(mostYears, Math.floor(total));
}

function decimalYear(year: string | undefined, monthOfYear: string | undefined): number {
  return Number(year) + (monthOfYear === undefined ? 0 : (Number(monthOfYear) - 1) / 12);
}
