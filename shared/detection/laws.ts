import { jurisdictionsOf, withUnion } from '../lexicon/places.ts';
import type { Finding } from '../protocol/finding.ts';
import type { Posting } from '../protocol/posting.ts';
import type { ScannedDocument } from './document.ts';
import { covers } from './jurisdiction.ts';
import type { Law, LawTopic } from './law.ts';

const amount = String.raw`(?:[$€£]|USD|EUR|GBP|CHF|CAD)?\s?\d{1,3}(?:[.,]?\d{3}){0,2}(?:[.,]\d{1,2})?\s?[kK]?`;
const money = String.raw`(?:[$€£]|\b(?:USD|EUR|GBP|CHF|CAD)\b)`;
const span = String.raw`\s{0,3}(?:-|–|—|to|and|up to)\s{0,3}`;
/** A range with a currency, or one amount a time unit, which is a range of one. */
const payRange = new RegExp(
  `${money}\\s?\\d[\\d.,]{0,10}\\s?[kK]?${span}${amount}|${amount}${span}${money}|${money}\\s?\\d[\\d.,]{0,10}\\s?[kK]?\\s{0,3}(?:/|per|an?|p\\.?)\\s?(?:h(?:ou)?r|hour|year|annum|month|week|day|a\\.?)`,
  'i',
);
const benefits =
  /\b(?:benefits|health insurance|medical|dental|401\s?\(?k\)?|pension|paid (?:time off|leave|holidays?|vacation)|pto|bonus|retirement)\b/i;
const deadline =
  /\b(?:apply by|deadline|closing date|applications? (?:close|are accepted until|window)|until filled|ongoing basis|rolling)\b/i;

const messages: Readonly<Record<LawTopic, string>> = {
  'pay-range': 'The pay or pay range may have to be stated',
  benefits: 'A general description of benefits may have to be stated',
  'application-deadline': 'The day until which applications are taken may have to be stated',
  'equal-opportunity-statement': 'A statement of equal opportunity may be expected',
};

/** What of a law's topics the posting already has. */
function satisfied(topic: LawTopic, posting: Posting, { text, signals }: ScannedDocument): boolean {
  const all = `${text}\n${posting.pay ?? ''}`;
  if (topic === 'pay-range') return payRange.test(all) || /\d{2}/.test(posting.pay ?? '');
  if (topic === 'benefits') return benefits.test(text);
  if (topic === 'application-deadline') return deadline.test(text);
  return signals.has('equal-opportunity');
}

export interface LawContext {
  readonly laws: readonly Law[];
  /** Where the job is hired for; read from the posting's location when absent. */
  readonly jurisdictions?: readonly string[];
  readonly employerSize?: number;
}

/** What a law of the hiring place asks of a posting and was not found in it, one finding a law, about the whole posting. */
export function missingByLaw(posting: Posting, document: ScannedDocument, context: LawContext): Finding[] {
  const chosen = context.jurisdictions ?? [];
  const places = withUnion(chosen.length > 0 ? chosen : jurisdictionsOf(posting.location ?? ''));
  return context.laws
    .filter(({ jurisdiction }) => covers(jurisdiction, places))
    .filter(({ minimumEmployees }) => (context.employerSize ?? minimumEmployees) >= minimumEmployees)
    .filter(({ requires }) => !satisfied(requires, posting, document))
    .map((law) => findingOfLaw(law));
}

function findingOfLaw(law: Law): Finding {
  const size = law.minimumEmployees > 1 ? ` for employers of ${law.minimumEmployees} or more` : '';
  const caveat = law.caveat === undefined ? '' : ` ${law.caveat}`;
  return {
    start: 0,
    end: 0,
    text: '',
    ruleId: `legal/${law.id}`,
    category: 'legal',
    polarity: 'excludes',
    severity: law.requires === 'equal-opportunity-statement' ? 'style' : 'unlawful-risk',
    evidence: { grade: 'law', source: law.source, ...(law.url === undefined ? {} : { url: law.url }) },
    message: `${messages[law.requires]} in ${law.jurisdiction}${size} (in force from ${law.effective}).${caveat} Not legal advice; data checked on ${law.checkedOn}.`,
    suggestions: [],
    jurisdictions: [law.jurisdiction],
  };
}
