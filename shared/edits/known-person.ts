import type { Edit } from '../protocol/edit.ts';
import { extractFacts } from './extract-facts.ts';

const pronoun = /^(?:he|she|him|his|her|hers|himself|herself)(?:['’](?:s|ll|d))?(?=\s|$)/i;
const pair =
  /\b(?:he|his|him|himself)\b.*\b(?:she|hers?|herself)\b|\b(?:she|hers?|herself)\b.*\b(?:he|his|him|himself)\b/i;
const spokenOf = /\b(?:who|candidate|applicant|person|individual|employee|someone|incumbent)\b/i;
const past = /^\s+(?:\p{L}+ed|was|were|had|did|knew|gave|led|built|ran|grew|began|made|took|wrote|held)\b/u;
/** What is asked of whoever gets the job, not told of someone. */
const asked = /^\s+(?:must|will|should|shall|can|may|needs|is expected|has to)\b/;
/** One person whom the work is for: the pronouns after it are that person's, as are those of an injury or an illness. */
const caredFor =
  /(?<!(?:seek|look|hir|want|need)\p{L}*\s(?:for\s)?)\b(?:an?|this|our|the|my|one)\s+(?:[\p{L}\d-]+\s+){0,3}(?:female|male|lady|gentleman|girl|boy|woman|man|daughter|son|mother|mom|mum|father|dad|husband|wife|pupil|resident|patient)\b(?!\s+or\b)/iu;
/** The description of one household, as those who look for care write it. */
const household = /\bwho needs (?:care|help|support)\b/i;
const illness =
  /^\s+(?:\p{L}+\s+)?(?:injur(?:y|ies)|illness|condition|diagnosis|accident|disabilit(?:y|ies)|stroke)\b/iu;
const reach = 300;

/**
 * Whether an edit would make "they" of one person who is known: the text before names a proper name or one person who is cared for, or
 * what the pronoun did is told in the past. A posting cannot say whose name it is, so every name counts; that of an organisation does not where something is asked.
 */
export function changesKnownPerson(text: string, { before, start, end }: Edit): boolean {
  if (!pronoun.test(before) || pair.test(before)) return false;
  const following = text.slice(end, end + 40);
  if (past.test(following) || illness.test(following)) return true;
  const nearest = text.slice(Math.max(0, start - reach), start);
  const sentence = nearest.slice(nearest.search(/[^\n.!?]*$/));
  if (caredFor.test(nearest) || household.test(nearest)) return true;
  if (spokenOf.test(sentence)) return false;
  const known = asked.test(following) ? ['person'] : ['person', 'organisation'];
  return extractFacts(nearest).some(({ kind }) => known.includes(kind));
}
