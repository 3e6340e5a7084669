import { z } from 'zod';
import { describeKindEffect } from '../../../shared/fairness/match-list/kind-effects.ts';
import { type ListVerdict, listVerdicts } from '../../../shared/protocol/rewrite.ts';
import { type EditKind, editKinds } from './edit-kind.ts';

/** What one kind of edit did to the lists of the past postings; a word and a count, nothing about a person. */
export const editEffectSchema = z.object({
  kind: z.enum(editKinds),
  /** Postings with such wording whose list could be measured. */
  postings: z.int().nonnegative(),
  verdict: z.enum(listVerdicts),
  /** About how many more postings it takes until a change that matters would be seen; 0 where the verdict is another. */
  missing: z.int().nonnegative().default(0),
});
export const editEffectsSchema = z.array(editEffectSchema);
export type EditEffect = z.infer<typeof editEffectSchema>;

/** What a recruiter reads beside an edit of this kind; the default where nothing was ever said of the kind. */
export function describeEffect(effect: EditEffect | undefined): string {
  if (effect === undefined) return describeKindEffect(undefined);
  const { postings, verdict, missing } = effect;
  if (verdict === 'not-enough-data' && missing === 0) return describeKindEffect(undefined);
  return describeKindEffect({
    postings,
    missing,
    verdict: verdict === 'no-measurable-change' ? 'no-measurable-difference' : verdict,
  });
}

/** A word about a rewrite with the plain sentence that says what it rests on. */
export interface EffectWord {
  readonly verdict: ListVerdict;
  readonly explanation: string;
}

/**
 * The word for a rewrite made of edits of these kinds. One kind that moved lists further is not set against another that
 * brought them closer.
 */
export function wordOf(kinds: ReadonlySet<EditKind>, effects: readonly EditEffect[]): EffectWord {
  if (kinds.size === 0) return { verdict: 'no-measurable-change', explanation: 'Nothing was changed.' };
  const met = effects.filter(({ kind }) => kinds.has(kind));
  const known = met.filter(({ verdict }) => verdict !== 'not-enough-data');
  const rest = known.length < kinds.size ? ' Of the other changes too little is known.' : '';
  for (const verdict of ['further', 'closer'] as const) {
    const moved = met.filter((effect) => effect.verdict === verdict);
    if (moved.length > 0) return { verdict, explanation: `${subject(moved)} ${predicates[verdict]}${rest}` };
  }
  if (known.length === kinds.size) {
    return {
      verdict: 'no-measurable-change',
      explanation: `${subject(known)} made no measurable difference; they are suggested for clarity.`,
    };
  }
  const missing = Math.max(0, ...met.map((effect) => effect.missing));
  const wanted = missing === 0 ? '' : ` About ${missing} more are needed.`;
  return {
    verdict: 'not-enough-data',
    explanation: `Too few past postings have wording of this kind to say what changing it does to the list; it is suggested for clarity.${wanted}`,
  };
}

const predicates = {
  closer: 'brought the list closer to the people who meet the requirements.',
  further: 'may have moved the list further from the people who meet the requirements.',
} as const;

/** Such as "In 7 past postings, changes of masculine wording". */
function subject(effects: readonly EditEffect[]): string {
  const postings = Math.min(...effects.map((effect) => effect.postings));
  const kinds = effects.map(({ kind }) => (kind === 'statement' ? 'inserted statements' : `${kind} wording`));
  return `In ${postings} past postings, changes of ${kinds.join(' and ')}`;
}
