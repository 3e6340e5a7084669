import type { Proposals, Refusal } from './propose-edits.ts';

const words: Record<Refusal, string> = {
  malformed: 'not in the form that was asked for',
  unchanged: 'the same sentence again',
  length: 'much longer or shorter',
  form: 'with a misspelt word, a list or another ending',
  'still-flagged': 'still with the flagged wording',
  'new-finding': 'with other wording that may be a problem',
  fact: 'with a fact changed',
  'beyond-flagged': 'changing more than what is flagged',
  'names-a-group': 'naming a group of people',
};

/** What a model answered that is not offered, counted by reason, as one plain sentence; undefined when all of it is offered. */
export function describeRefusals(refusals: Proposals['refusals']): string | undefined {
  const counted = (Object.keys(words) as Refusal[]).flatMap((reason) => {
    const count = refusals[reason] ?? 0;
    return count === 0 ? [] : [{ reason, count }];
  });
  const total = counted.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return undefined;
  const reasons = counted.map(({ reason, count }) => `${count} ${words[reason]}`).join(', ');
  return `${total} of its answers ${total === 1 ? 'is' : 'are'} not offered: ${reasons}.`;
}
