import { type LocatedFact, normalise } from './located-fact.ts';

/** What makes a sentence a legal one: then its wording as a whole is a fact. */
const cue =
  /\b(?:equal[\s-](?:opportunity|employment)|EEOC?|EOE|affirmative action|(?:without regard to|regardless of|irrespective of|(?:do(?:es)? not|never) discriminate|discriminat\w+)|protected (?:characteristic|class|veteran|status|ground)s?|reasonable (?:accommodation|adjustment)s?|background (?:check|screen)\w*|(?:drug|criminal record)s? (?:test|screen|check)\w*|E-?Verify|at[\s-]will|FLSA|Fair Labor Standards|(?:is|are|this|status:?|non-?) ?exempt|exempt (?:position|role|status|from|under)|right to work|(?:authori[sz]ed|eligible|eligibility|authori[sz]ation) to work|visa|sponsor\w*|DBS|safeguarding|GDPR|privacy (?:notice|policy)|ITAR|export control|security clearance|Fair Chance|Ban the Box|arrest (?:and|or) conviction|Pay Transparency|FMLA|ADA|Equality Act|Title VII|subject to|contingent (?:up)?on|in accordance with|pursuant to|as required by law|to the extent permitted|applicable laws?|statut\w+|independent contractor|zero[\s-]hours|fixed[\s-]term|union(?:i[sz]ed)?|federal contractor|permanent (?:contract|position|role|post)|non-?compete|confidentiality|Act (?:of )?\d{4})\b/i;

const sentences = /[^.!?]*(?:[.!?](?!\s|$)[^.!?]*)*(?:[.!?]+|$)/g;

/** Legal sentences: equal-opportunity statements, checks, right to work, classifications, statutes. */
export function findLegal(line: string): LocatedFact[] {
  return Array.from(line.matchAll(sentences))
    .filter((match) => match[0].trim() && cue.test(match[0]))
    .map((match) => ({
      kind: 'legal' as const,
      text: match[0].trim(),
      value: normalise(match[0]).replace(/[.!]+$/, ''),
      start: match.index,
      end: match.index + match[0].length,
    }));
}
