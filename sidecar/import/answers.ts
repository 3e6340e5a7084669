import { declinedValue, unknownValue } from '../storage/attributes.ts';

/** How forms and exports write that somebody was asked and did not want to say. */
export const declinedAnswers: ReadonlySet<string> = new Set([
  'declined',
  'decline to answer',
  'decline to self identify',
  'decline to self-identify',
  'decline to state',
  'i decline to answer',
  'i do not want to answer',
  'i do not wish to answer',
  'i don’t want to answer',
  "i don't want to answer",
  'i don’t wish to answer',
  "i don't wish to answer",
  'not disclosed',
  'prefer not to answer',
  'prefer not to disclose',
  'prefer not to say',
  'undisclosed',
]);

/** How they write that nothing is known. */
export const unknownAnswers: ReadonlySet<string> = new Set(['unknown', 'not stated']);

/** An answer as it is kept: the company's own group name, or that there is none. */
export function keptAnswer(answer: string): string {
  const normal = answer.trim().toLowerCase().replace(/\.$/, '');
  if (declinedAnswers.has(normal)) return declinedValue;
  return unknownAnswers.has(normal) ? unknownValue : answer.trim();
}
