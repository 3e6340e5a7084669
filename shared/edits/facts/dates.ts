import { type LocatedFact, matches, normalise } from './located-fact.ts';

const month =
  '(?:January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const patterns = [
  /\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b/g,
  new RegExp(
    `\\b(?:\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?)?(?:${month}|May\\b(?=\\s\\d))(?:\\s\\d{1,2}(?:st|nd|rd|th)?\\b)?(?:,?\\s\\d{4})?`,
    'g',
  ),
  /(?<=\b(?:in|by|from|until|till|since|of|to|through|and|mid|early|late|before|after|next|this|\d)[\s-])May\b/g,
  /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|\b(?:weekends?|weekdays?|nights?|evenings?|mornings?|afternoons?|bank holidays?|public holidays?)\b/gi,
  /\b\d{1,2}(?:[:.]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?!\w)|\b\d{1,2}:\d{2}\b/gi,
  /\b(?:noon|midnight|immediately|asap|tomorrow|today|Christmas|Easter|Ramadan|Thanksgiving)\b/gi,
  /\b(?:spring|summer|autumn|fall|winter)\b(?=\s*(?:\d{4}|season|term|semester|intake|[.,;:!?)]|$|to\b|break|start|and\b))/gi,
  /\bQ[1-4]\b|\b(?:19|20)\d{2}s?\b/g,
];

/** Calendar dates, months, weekdays, times of day, seasons, years. */
export function findDates(line: string): LocatedFact[] {
  return patterns.flatMap((pattern) =>
    matches('date', pattern, (text) => normalise(text).replace(/\.$/, ''))(line),
  );
}
