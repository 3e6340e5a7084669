import { applyEdits } from '../shared/edits/apply-edits.ts';
import { judgedOptions } from '../shared/edits/edit-options.ts';
import { insertOptions } from '../shared/edits/insert-options.ts';
import type { Edit, RefusedEdit } from '../shared/protocol/edit.ts';
import { compareSeverity, type Finding } from '../shared/protocol/finding.ts';
import type { Statement } from '../shared/protocol/sidecar.ts';
import { createRandom } from '../shared/random.ts';
import { createActionSpace, editsOf } from './actions.ts';
import type { AttributeColumn, CandidatePool, Recommender, RequirementReader } from './recommender.ts';
import { amortised } from './span-policy/amortised.ts';
import { curatedAll } from './span-policy/curated-all.ts';
import type { PolicyModel } from './span-policy/softmax-policy.ts';

/** The company's candidates as the loop needs them; attributes stand apart so that no ranking sees them. */
export interface Market {
  readonly recommender: Recommender;
  readonly pool: CandidatePool;
  readonly attributes: readonly AttributeColumn[];
  readonly readRequirements: RequirementReader;
  /** Draws the candidate parts. */
  readonly salt: string;
  readonly synthetic: boolean;
}

export interface PolicyRewriterOptions {
  readonly readRequirements: RequirementReader;
  readonly findings: (text: string) => readonly Finding[];
  /** Inserted only where a policy has learned to. */
  readonly statements: readonly Statement[];
  /** The promoted policy; without one every span gets its first curated suggestion. */
  readonly policy: PolicyModel | undefined;
}

export interface PolicyRewrite {
  readonly text: string;
  readonly edits: Edit[];
  readonly refused: RefusedEdit[];
  /** Plain notes to the recruiter. */
  readonly notes: string[];
}

export interface PolicyRewriter {
  rewrite(text: string): Promise<PolicyRewrite>;
}

/**
 * The policy engine of the service: the promoted policy's choice, or the curated rewrite. Wording that excludes is never
 * kept, whatever a policy prefers. It reads nothing of the candidates: a search that looked at the list of each text it is
 * given would tell whoever may send any text about single people (docs/decisions/0005-words-from-many-postings.md).
 */
export function createPolicyRewriter(options: PolicyRewriterOptions): PolicyRewriter {
  const { readRequirements, findings, statements, policy } = options;
  const learned = policy && amortised(policy);
  return {
    async rewrite(text) {
      const found = findings(text);
      const judged = judgedOptions(text, found);
      const spans = judged.filter((span) => span.options.length > 0);
      const space = createActionSpace(text, spans, learned ? insertOptions(text, statements) : []);
      const task = { id: 'rewrite', requirements: readRequirements(text), space };
      const situation = { task, episode: undefined, random: createRandom(0) };
      const curated = await curatedAll.decide(situation);
      const preferred = learned === undefined ? curated : await learned.decide(situation);
      const choice = preferred.map((action, place) => {
        const slot = space.slots[place];
        const mayKeep = slot === undefined || mayStay(slot.start, slot.ruleId, found);
        return action > 0 || mayKeep ? action : (curated[place] ?? 0);
      });
      const edits = editsOf(space, choice);
      const kept = space.slots.filter((slot, place) => slot.category !== 'statement' && choice[place] === 0);
      return {
        text: applyEdits(text, edits),
        edits,
        refused: judged.flatMap((span) => span.refused),
        notes:
          learned === undefined
            ? ['No learned policy is in use yet; these suggestions come from the word list.']
            : ['These edits were learned from your past postings.', ...keptNote(text, kept)],
      };
    },
  };
}

/** Coded wording and style may stay where a change would not help; what excludes people may not. */
function mayStay(start: number, ruleId: string, findings: readonly Finding[]): boolean {
  const finding = findings.find((one) => one.start === start && one.ruleId === ruleId);
  return finding === undefined || compareSeverity(finding.severity, 'exclusionary') < 0;
}

/** Says why marked wording stands as it did. */
function keptNote(text: string, kept: readonly { readonly start: number; readonly end: number }[]): string[] {
  if (kept.length === 0) return [];
  const quoted = kept.map(({ start, end }) => `“${text.slice(start, end)}”`).join(', ');
  return [
    `Left as it was: ${quoted}. In your past postings no other wording brought the list closer; you can still change it yourself.`,
  ];
}
