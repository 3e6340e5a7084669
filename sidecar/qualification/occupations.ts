import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { tokenise } from './tokens.ts';

/** A line with at most this many words may be a job title; longer ones are prose, which mentions other people's jobs. */
const longestTitleLine = 12;
/** In a title line that is not the headline, the title must be at least this share of the words. */
const titleShare = 0.3;
const roleInProse =
  /\b(?:works?|worked|working|employed|serves?|served|hired|practi[cs]es) as (?:an?|the|our)?\s*([^.,;\n]{3,60})/giu;
const roleOffered =
  /\b(?:seeking|looking for|hiring|recruiting|need|needs|join (?:us|our team) as|(?:role|position|job) of|opening for|opportunity for)\s+(?:an?|the|our)?\s*([^.,;\n]{3,80})/iu;
const stint = /\b(?:19|20)\d\d\b|company name|\bpresent\b|\bcurrent\b/i;

interface TitleMatch {
  readonly codes: readonly string[];
  /** Words of the title. */
  readonly length: number;
  readonly words: number;
}

function titlesIn(taxonomy: Taxonomy, line: string): TitleMatch[] {
  const tokens = tokenise(line);
  return taxonomy.occupations
    .find(tokens)
    .map(({ value, first, last }) => ({ codes: value, length: last - first + 1, words: tokens.length }));
}

/** The longest title of a line; of two as long the later one, since English titles end in their noun. */
function mainTitle(taxonomy: Taxonomy, line: string): readonly string[] | undefined {
  let best: TitleMatch | undefined;
  for (const match of titlesIn(taxonomy, line)) if (!best || match.length >= best.length) best = match;
  return best?.codes;
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.length > 0);

/**
 * The occupation that a posting offers: read from its first line, else from a phrase such as "we are looking for a",
 * else from the title that the text mentions most. Undefined when no title of the taxonomy is there.
 */
export function postingOccupation(taxonomy: Taxonomy, text: string): string | undefined {
  const [headline = ''] = linesOf(text);
  const title = headline.length <= 160 ? mainTitle(taxonomy, headline) : undefined;
  if (title) return title[0];
  const offered = roleOffered.exec(text)?.[1];
  const named = offered && mainTitle(taxonomy, offered);
  if (named) return named[0];
  return mostMentioned(taxonomy, text);
}

function mostMentioned(taxonomy: Taxonomy, text: string): string | undefined {
  const counts = new Map<string, number>();
  for (const { codes } of titlesIn(taxonomy, text)) {
    const code = codes[0] ?? '';
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let best: string | undefined;
  for (const [code, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = code;
  return best;
}

/**
 * The occupations that a candidate holds or held: from the record, the first line, the lines that look like job titles
 * (short, or beside dates) and phrases such as "worked as a". Other people's jobs in prose do not count.
 * @param record occupation as the source gives it, such as a job title.
 */
export function candidateOccupations(taxonomy: Taxonomy, text: string, record?: string): Set<string> {
  const codes = new Set<string>();
  const add = (found: readonly string[] | undefined) => {
    for (const code of found ?? []) codes.add(code);
  };
  if (record !== undefined) add(mainTitle(taxonomy, record));
  const [headline = '', ...rest] = linesOf(text);
  if (headline.length <= 160) add(mainTitle(taxonomy, headline));
  for (const line of rest) {
    for (const { codes: held, length, words } of titlesIn(taxonomy, line.slice(0, 200))) {
      const titleLine = words <= longestTitleLine && length / words >= titleShare;
      if (titleLine || (words <= 2 * longestTitleLine && stint.test(line))) add(held);
    }
  }
  for (const match of text.matchAll(roleInProse)) add(mainTitle(taxonomy, match[1] ?? ''));
  return codes;
}
