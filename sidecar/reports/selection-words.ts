import type { AttributeVerdicts, GroupAudit } from '../../shared/fairness/group-audit.ts';
import { count, list, percent, plural, probability, ratio, ratioRange } from './format.ts';

const outOf = ({ n, selected, selectionRate }: GroupAudit) =>
  `${count(selected)} of ${count(n)} (${percent(selectionRate)})`;

/** What the figures of one attribute say, for a reader who knows no statistics: a sentence or two a group. */
export function attributeSentences(audit: AttributeVerdicts): string[] {
  const { groups, comparedWith, highest } = audit;
  const reference = groups.find((group) => group.group === comparedWith);
  if (reference === undefined || groups.length === 0) return ['Nobody of a known group was assessed.'];
  if (groups.length === 1)
    return [`Only one group is known ("${reference.group}"), so nothing can be compared.`];
  const sentences = groups
    .filter((group) => group.group !== comparedWith)
    .map((group) => groupSentence(group, reference, audit));
  if (highest !== null && highest !== comparedWith) {
    const top = groups.find((group) => group.group === highest);
    sentences.push(
      `"${highest}" has the highest rate but only ${plural(top?.n ?? 0, 'person', 'people')}. Impact ratios divide by its rate, as the law says; the tests compare with "${comparedWith}", where there is enough data.`,
    );
  }
  if (groups.some((group) => group.pooledDisagrees)) {
    const names = groups.filter((group) => group.pooledDisagrees).map((group) => `"${group.group}"`);
    sentences.push(
      `Caution: for ${list(names)} all rows together say something else than the comparison within strata. The verdict here is the one within strata; the pooled ratio may only reflect who applied where.`,
    );
  }
  return sentences;
}

function groupSentence(group: GroupAudit, reference: GroupAudit, audit: AttributeVerdicts): string {
  if (group.n === 0) return `"${group.group}": nobody was assessed.`;
  const rates = `"${group.group}": ${outOf(group)} were selected, against ${outOf(reference)} of "${reference.group}"`;
  const { verdict } = group;
  if (verdict.word === 'not enough data') {
    const more =
      verdict.needed === null || verdict.needed === 0
        ? ''
        : `; about ${plural(verdict.needed, 'more person', 'more people')} would be needed`;
    return `${rates}. There is not enough data to say whether that is more than chance${more}.`;
  }
  if (verdict.word === 'no evidence of a difference') {
    return `${rates}. A difference of this size may well be chance (p = ${probability(group.holmP)}). With these numbers a true ratio of .80 would be found with probability ${percent(group.powerAtFourFifths)}.`;
  }
  return [
    `${rates}.`,
    `${evidence(group, audit)} (p ${probability(group.holmP).startsWith('<') ? '' : '= '}${probability(group.holmP)}).`,
    consequence(group),
  ]
    .filter((part) => part.length > 0)
    .join(' ');
}

function evidence(group: GroupAudit, audit: AttributeVerdicts): string {
  if (audit.basis === 'strata' && group.stratified !== null) {
    return `Within strata the odds of being selected were ${ratio(group.stratified.oddsRatio)} times those of "${audit.comparedWith}" (95 % interval ${ratioRange(group.stratified.interval)}): evidence of a difference`;
  }
  return 'A difference this large would be rare if both groups had the same chance: evidence of a difference';
}

function consequence(group: GroupAudit): string {
  const missing = Math.round(group.shortfall ?? 0);
  const parts: string[] = [];
  if (group.verdict.direction === 'lower' && missing > 0) {
    parts.push(`That is ${plural(missing, 'selection')} fewer than at the rate of everybody together.`);
  }
  if (group.flip !== null && group.flip > 0) {
    parts.push(`The finding would end if ${plural(group.flip, 'selection')} had gone the other way.`);
  }
  return parts.join(' ');
}
