import { effectSentences } from '../../shared/fairness/match-list/effect-sentences.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { Estimate, ListVerdict, Rewrite } from '../../shared/protocol/rewrite.ts';
import type { Style } from './style.ts';

const verdicts: Record<ListVerdict, string> = {
  closer: 'closer to the qualified pool',
  further: 'further from the qualified pool',
  'no-measurable-change': 'no measurable change',
  'not-enough-data': 'not enough data',
};

/**
 * A rewrite for people: the new text, then each edit with what edits of its kind did elsewhere, what the fact guard held, and
 * what the list does.
 */
export function describeRewrite(id: string, original: string, rewrite: Rewrite, style: Style): string {
  const { edits, refused, estimate, notes } = rewrite;
  const { common, own } = effectSentences(rewrite);
  const lines = [style.bold(id), '', rewrite.text.trim(), ''];
  lines.push(style.bold(edits.length === 1 ? '1 edit' : `${edits.length} edits`));
  for (const [place, edit] of edits.entries()) {
    lines.push(`  ${describeEdit(edit, original, style)}`);
    const effect = own[place];
    if (effect !== undefined) lines.push(`    ${style.dim(effect)}`);
  }
  if (common !== undefined) {
    lines.push(`  ${style.dim(own.some(Boolean) ? `Where nothing else is said: ${common}` : common)}`);
  }
  if (refused.length > 0) lines.push(style.bold('Kept as it is, because a fact would change'));
  for (const { edit, fact } of refused) lines.push(`  "${edit.before}" (${fact.kind}: ${fact.text})`);
  if (estimate) {
    lines.push(`${style.bold('List')}  ${verdicts[estimate.verdict]}${measuredBy(estimate)}`);
    lines.push(`  ${estimate.explanation}`);
  }
  lines.push(...notes.map((note) => style.dim(note)));
  return `${lines.join('\n')}\n\n`;
}

function measuredBy({ recommender, recommenderPlainName, synthetic }: Estimate): string {
  if (recommender === 'none') return '';
  const name = recommenderPlainName ?? recommender;
  return ` (measured with ${name}${synthetic ? ', on a synthetic sample' : ''})`;
}

function describeEdit({ before, after, start }: Edit, original: string, style: Style): string {
  const line = original.slice(0, start).split('\n').length;
  if (before === '') return `line ${line}: add ${style.underline(`"${after.trim()}"`)}`;
  return after === ''
    ? `line ${line}: leave out "${before.trim()}"`
    : `line ${line}: "${before}" → ${style.underline(`"${after}"`)}`;
}
