import type { WordingTerm } from '../../sidecar/sample-company/wording.ts';
import type { SpanPolicy } from '../../training/span-policy/policy.ts';

/**
 * What somebody would do who knows the plant and nothing else: each flagged term that leans to a group gets its first
 * suggestion that does not, harmless terms stay. The biased wording that no rule flags stays too, so this is what the
 * plant leaves to be reached by making the wording neutral. (Overshooting on purpose could close more of the signed gap.)
 */
export function plantedOracle(truth: readonly WordingTerm[]): SpanPolicy {
  const terms = new Map(truth.map((term) => [`planted/${term.id}`, term]));
  return {
    name: 'oracle (plant known)',
    decide: async ({ task }) =>
      task.space.slots.map(({ ruleId, actions }) => {
        const term = terms.get(ruleId);
        if (term === undefined || term.strength === 0) return 0;
        const skewed = term.suggestions.filter(({ strength }) => strength > 0).map(({ text }) => text);
        const neutral = actions.findIndex(
          ({ kind, edits }) =>
            kind !== 'keep' && !edits.some(({ after }) => skewed.some((text) => after.endsWith(text))),
        );
        return Math.max(0, neutral);
      }),
  };
}
