import type { Edit } from '../protocol/edit.ts';
import type { Statement } from '../protocol/sidecar.ts';

/** At most this many statements are inserted into one posting; whoever chooses among the options holds to it. */
export const maxInsertedStatements = 2;

type Topic = Statement['topic'];

/** Sections, by heading, where a statement of the topic reads naturally; the end of the text when there is none. */
const benefits =
  /benefit|perk|we offer|what (?:you get|you['’]ll get|we provide|is in it)|compensation|rewards?|why (?:join|work)|our offer/i;
const applying =
  /apply|application|equal|inclusion|accessib|accommodat|hiring process|recruitment process|next steps/i;
const fittingSection: Record<Topic, RegExp> = {
  'flexible-hours': benefits,
  'parental-leave': benefits,
  training: benefits,
  accommodation: applying,
  'equal-opportunity': applying,
  other: benefits,
};

/** What a text that already speaks of the topic says. */
const alreadySaid: Partial<Record<Topic, RegExp>> = {
  'flexible-hours':
    /flexib\w+ (?:working|work|hours|schedul\w+|time)|flexitime|flextime|part[\s-]time (?:is )?possible/i,
  'parental-leave': /(?:parental|maternity|paternity|family|adoption) (?:leave|pay)/i,
  accommodation: /accommodations?\b|reasonable adjustments?/i,
  training:
    /training (?:budget|programme|program|is (?:provided|paid))|paid training|on[\s-]the[\s-]job training|we (?:will )?train/i,
  'equal-opportunity': /equal[\s-](?:opportunit|employment)|regardless of|without regard to|discriminat/i,
};

interface Section {
  readonly heading: string;
  /** Where the section's last line of text ends. */
  readonly end: number;
  /** The bullet of its last line, with the blank after it, or the empty string. */
  readonly bullet: string;
}

const bulletPattern = /^\s*[-*•·–]\s+/u;

/** A short line without closing punctuation, with text after it, reads as a heading. */
function isHeading(line: string, next: string | undefined): boolean {
  const bare = line.trim();
  return (
    bare.length > 0 &&
    bare.length <= 60 &&
    !bulletPattern.test(line) &&
    !/[.!?;,]$/.test(bare) &&
    next !== undefined
  );
}

function sections(text: string): Section[] {
  const found: Section[] = [];
  let heading = '';
  let offset = 0;
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    if (isHeading(line, lines[i + 1])) heading = line.trim();
    else if (line.trim() !== '') {
      const section = {
        heading,
        end: offset + line.trimEnd().length,
        bullet: bulletPattern.exec(line)?.[0] ?? '',
      };
      if (found.at(-1)?.heading === heading && heading !== '') found[found.length - 1] = section;
      else found.push(section);
    }
    offset += line.length + 1;
  }
  return found;
}

const contentWords = (text: string) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? []);

function says(text: string, statement: Statement): boolean {
  if (alreadySaid[statement.topic]?.test(text)) return true;
  const words = contentWords(statement.text);
  const present = contentWords(text);
  const shared = [...words].filter((word) => present.has(word)).length;
  return words.size > 0 && shared / words.size >= 0.8;
}

/**
 * One insert for each approved statement that the text does not say already: at the end of the section where it fits,
 * as a bullet where that section is a list, otherwise as a paragraph at the end of the text. Choose at most
 * {@link maxInsertedStatements}. Inserts at one place apply in the given order.
 */
export function insertOptions(text: string, statements: readonly Statement[]): Edit[] {
  const all = sections(text);
  const textEnd = text.trimEnd().length;
  return statements
    .filter((statement) => !says(text, statement))
    .map((statement) => {
      const fitting = all.findLast(({ heading }) => fittingSection[statement.topic].test(heading));
      const at = fitting?.end ?? textEnd;
      const lead = fitting ? `\n${fitting.bullet}` : '\n\n';
      const after = (textEnd === 0 ? '' : lead) + statement.text.trim();
      return {
        start: at,
        end: at,
        before: '',
        after,
        source: 'insert' as const,
        ruleId: `statement/${statement.id}`,
      };
    });
}
