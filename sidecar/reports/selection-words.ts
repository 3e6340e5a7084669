import type { AttributeVerdicts, GroupAudit } from '../../shared/fairness/group-audit.ts';
import { count, list, nothing, percent, plural, probability, ratio, ratioRange } from './format.ts';
import { texts } from './texts.ts';

const words = texts.sentence;

/** What the figures of one attribute say, for a reader who knows no statistics: a sentence or two a group. */
export function attributeSentences(audit: AttributeVerdicts, within: string = words.strata): string[] {
  const { groups, comparedWith, highest } = audit;
  const reference = groups.find((group) => group.group === comparedWith);
  if (reference === undefined) return [words.nobodyKnown];
  if (groups.length === 1) return [words.oneGroup(reference.group)];
  const others = groups.filter((group) => group !== reference);
  const told = audit.crossing ? others.filter(isEvidence) : others;
  const sentences = told.map((group) => groupSentence(group, reference, audit, within));
  if (told.length < others.length) sentences.push(restSentence(others.filter((group) => !isEvidence(group))));
  const top = groups.find((group) => group.group === highest);
  if (top !== undefined && top !== reference) {
    const people = plural(top.n, 'person', 'people');
    sentences.push(words.tinyHighest(top.group, people, reference.group));
  }
  const disagreeing = groups.filter((group) => group.pooledDisagrees).map((group) => `"${group.group}"`);
  if (disagreeing.length > 0) sentences.push(words.disagree(list(disagreeing)));
  return sentences;
}

const isEvidence = (group: GroupAudit) => group.verdict.word === 'evidence of a difference';

/** Many crossings in one sentence: those without evidence need no line each. */
function restSentence(groups: readonly GroupAudit[]): string {
  const few = groups.filter((group) => group.verdict.word === 'not enough data').length;
  const parts: string[] = [];
  if (few < groups.length) parts.push(words.restNone(plural(groups.length - few, 'combination')));
  if (few > 0) parts.push(words.restFew(plural(few, 'combination')));
  return words.rest(list(parts));
}

/** What one group's figures say beside the reference. */
export function groupSentence(
  group: GroupAudit,
  reference: GroupAudit,
  { basis }: Pick<AttributeVerdicts, 'basis'>,
  within: string = words.strata,
): string {
  if (group.n === 0) return words.nobodyAssessed(group.group);
  const rates = words.rates(group.group, outOf(group), reference.group, outOf(reference));
  const { word, needed } = group.verdict;
  if (word === 'not enough data') {
    const more = needed === null || needed === 0 ? '' : plural(needed, 'more person', 'more people');
    return `${rates} ${words.notEnough(more)}`;
  }
  if (word === 'no evidence of a difference') {
    return `${rates} ${words.chance(pText(group.holmP), casesOf100(group.powerAtFourFifths))}`;
  }
  return [rates, evidence(group, reference, basis, within), ...consequences(group)].join(' ');
}

export function outOf({ n, selected, selectionRate }: GroupAudit): string {
  return words.outOf(count(selected), count(n), percent(selectionRate));
}

/** A probability as cases of 100; never all or none of them. */
function casesOf100(probability: number | null): string {
  return probability === null ? nothing : count(Math.min(99, Math.max(1, Math.round(probability * 100))));
}

/** `p = .012` or `p < .001`, on one line. */
export function pText(p: number | null): string {
  const figure = probability(p);
  return figure.startsWith('<') ? `p\u00a0${figure}` : `p\u00a0=\u00a0${figure}`;
}

function evidence(
  group: GroupAudit,
  reference: GroupAudit,
  basis: AttributeVerdicts['basis'],
  within: string,
): string {
  const { stratified } = group;
  if (basis !== 'strata' || stratified === null) return words.evidence(pText(group.holmP));
  const range = ratioRange(stratified.interval);
  return words.evidenceWithin(
    within,
    ratio(stratified.oddsRatio),
    range,
    reference.group,
    pText(group.holmP),
  );
}

function consequences(group: GroupAudit): string[] {
  const missing = Math.round(group.shortfall ?? 0);
  const sentences: string[] = [];
  if (group.verdict.direction === 'lower' && missing > 0) {
    sentences.push(words.shortfall(plural(missing, 'selection')));
  }
  if (group.flip !== null && group.flip > 0) sentences.push(words.flip(plural(group.flip, 'selection')));
  return sentences;
}
