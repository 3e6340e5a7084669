import type { Evaluation } from '../../training/evaluation/record.ts';

/**
 * An evaluation as the promotion rule reads it: without the crossings that no unseen posting had enough people for. Nothing
 * can be said of those, for or against; an attribute that could not be measured stays, and fails its check.
 * @param attributes those that were measured by themselves; every other row is a crossing
 */
export function withoutUnmeasuredCrossings(
  evaluation: Evaluation,
  attributes: readonly { readonly name: string }[],
): Evaluation {
  const own = new Set(attributes.map(({ name }) => name));
  const measured = new Set(
    evaluation.methods.filter(({ postings }) => postings > 0).map(({ attribute }) => attribute),
  );
  const counts = ({ attribute }: { readonly attribute: string }) =>
    own.has(attribute) || measured.has(attribute);
  return {
    ...evaluation,
    methods: evaluation.methods.filter(counts),
    agreement: evaluation.agreement.filter(counts),
  };
}
