import { applyEdits } from '../shared/edits/apply-edits.ts';
import { judgedOptions } from '../shared/edits/edit-options.ts';
import { insertOptions } from '../shared/edits/insert-options.ts';
import type { Edit, RefusedEdit } from '../shared/protocol/edit.ts';
import { compareSeverity, type Finding } from '../shared/protocol/finding.ts';
import type { Estimate } from '../shared/protocol/rewrite.ts';
import type { Statement } from '../shared/protocol/sidecar.ts';
import { createRandom } from '../shared/random.ts';
import { createActionSpace, editsOf } from './actions.ts';
import { createEnvironment } from './environment.ts';
import { estimateListChange } from './estimate-list-change.ts';
import { splitCandidates } from './folds.ts';
import type { AttributeColumn, CandidatePool, Recommender, RequirementReader } from './recommender.ts';
import { rewardWeights } from './reward.ts';
import { amortised } from './span-policy/amortised.ts';
import { curatedAll } from './span-policy/curated-all.ts';
import { coordinateSearch, type SearchPlan } from './span-policy/greedy.ts';
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
  /** Undefined while there are no candidates: then the curated suggestions are the rewrite. */
  readonly market: Market | undefined;
  readonly findings: (text: string) => readonly Finding[];
  readonly statements: readonly Statement[];
  /** The two switches of the company. */
  readonly measuring: boolean;
  readonly optimising: boolean;
  readonly seed: number;
  /** Most variants that one rewrite scores. */
  readonly budget?: number;
  /** The promoted policy, when there is one: it gives the first choice, also where nothing can be measured. */
  readonly policy?: PolicyModel | undefined;
}

export interface PolicyRewrite {
  readonly text: string;
  readonly edits: Edit[];
  readonly refused: RefusedEdit[];
  /** Plain notes to the recruiter. */
  readonly notes: string[];
}

export interface PolicyRewriter {
  rewrite(text: string, signal?: AbortSignal): Promise<PolicyRewrite>;
  /** What a whole rewrite does to the list, in words, from candidates that no search has seen. */
  estimateChange(original: string, rewritten: string, signal?: AbortSignal): Promise<Estimate>;
}

/**
 * The policy engine of the service. It starts from the promoted policy's choice, or the curated rewrite, and searches, on the optimise part, for the choice
 * of wording that brings the list closest to the people who meet the requirements. A change of the first choice must
 * pay for itself, wording that excludes is never put back, and the verdict comes from the report part.
 */
export function createPolicyRewriter(options: PolicyRewriterOptions): PolicyRewriter {
  const { market, findings, statements, measuring, optimising, seed, budget = 64, policy } = options;
  const learned = policy && amortised(policy);
  const folds = market && splitCandidates(market.pool, market.salt);
  const environment =
    market &&
    folds &&
    createEnvironment({
      ...market,
      members: folds.optimise,
      weights: { ...rewardWeights, edit: 0 },
      random: createRandom(seed).fork('optimise'),
    });

  return {
    async rewrite(text, signal) {
      const found = findings(text);
      const judged = judgedOptions(text, found);
      const spans = judged.filter((span) => span.options.length > 0);
      const searching = market !== undefined && measuring && optimising;
      const space = createActionSpace(text, spans, searching ? insertOptions(text, statements) : []);
      const refused = judged.flatMap((span) => span.refused);
      const task = { id: 'rewrite', requirements: market?.readRequirements(text) ?? noRequirements, space };
      const situation = { task, episode: undefined, random: createRandom(seed) };
      const curated = await curatedAll.decide(situation);
      const finish = (choice: readonly number[], notes: string[]): PolicyRewrite => {
        const edits = editsOf(space, choice);
        return { text: applyEdits(text, edits), edits, refused, notes };
      };

      if (!searching || environment === undefined) {
        return finish(curated, ['These are curated suggestions, suggested for clarity.']);
      }
      const mayKeep = space.slots.map((slot) => mayStay(slot.start, slot.ruleId, found));
      const first = (await (learned ?? curatedAll).decide(situation)).map((action, place) =>
        action > 0 || mayKeep[place] ? action : (curated[place] ?? 0),
      );
      const episode = await environment.open(task, signal);
      if (episode === undefined) {
        return finish(first, [
          learned === undefined
            ? 'There is not enough data on this kind of posting to search; these are curated suggestions.'
            : 'There is not enough data on this kind of posting to search; these edits helped with other postings.',
        ]);
      }
      const plan: SearchPlan = space.slots.map((slot, place) => ({
        place,
        actions: [...slot.actions.keys()].filter((action) => action > 0 || mayKeep[place]),
      }));
      const choice = await coordinateSearch(
        episode,
        first,
        plan,
        { budget, leastGain: rewardWeights.edit },
        signal,
      );
      return finish(
        choice,
        keptNote(
          space.slots
            .filter((slot, place) => slot.category !== 'statement' && choice[place] === 0)
            .map((slot) => text.slice(slot.start, slot.end)),
        ),
      );
    },

    async estimateChange(original, rewritten, signal) {
      if (market === undefined || folds === undefined) {
        return unknown(undefined, 'No candidates have been imported, so there is no list to compare.');
      }
      if (!measuring) return unknown(market, 'Measuring the match list is switched off for this company.');
      return estimateListChange({
        ...market,
        members: folds.report,
        random: createRandom(seed).fork('report'),
        original,
        rewritten,
        signal,
      });
    },
  };
}

const noRequirements = { skills: [], optionalSkills: [], licences: [] };

/** Coded wording and style may stay where a change would not help; what excludes people may not. */
function mayStay(start: number, ruleId: string, findings: readonly Finding[]): boolean {
  const finding = findings.find((one) => one.start === start && one.ruleId === ruleId);
  return finding === undefined || compareSeverity(finding.severity, 'exclusionary') < 0;
}

/** Says why marked wording stands as it did. */
function keptNote(kept: readonly string[]): string[] {
  if (kept.length === 0) return [];
  const quoted = kept.map((words) => `“${words}”`).join(', ');
  return [
    `Left as it was: ${quoted}. On your candidates no other wording brought the list closer; you can still change it yourself.`,
  ];
}

function unknown(market: Market | undefined, explanation: string): Estimate {
  return {
    verdict: 'not-enough-data',
    explanation,
    recommender: market?.recommender.name ?? 'none',
    synthetic: market?.synthetic ?? false,
  };
}
