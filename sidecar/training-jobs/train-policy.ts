import { join } from 'node:path';
import type { Detector } from '../../shared/detection/detector.ts';
import { hashText } from '../../shared/hash.ts';
import { createRandom } from '../../shared/random.ts';
import { withCrossings } from '../../training/environment-attributes.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { RunRecord } from '../../training/evaluation/record.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import { decidePromotion } from '../../training/promotion.ts';
import type { Recommender } from '../../training/recommender.ts';
import type { EpochReport } from '../../training/span-policy/policy-gradient.ts';
import { savePolicy } from '../../training/span-policy/saved-policy.ts';
import type { Refinement } from '../../training/train-policy.ts';
import { policyKind, runIdOf, runKind } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';
import { createCheckpointFile } from './checkpoint-file.ts';
import { baselines, learnedMethods } from './methods.ts';
import { createTask } from './posting-task.ts';
import type { TrainingPosting } from './read-training-postings.ts';
import { withoutUnmeasuredCrossings } from './unmeasured-crossings.ts';

export interface PolicyTrainingOptions {
  readonly store: Store;
  readonly market: Market;
  /** Measured beside the first, never searched: the sign must agree. */
  readonly second: Recommender;
  readonly postings: readonly TrainingPosting[];
  readonly detector: Pick<Detector, 'check'>;
  readonly refinement: Refinement;
  readonly epochs: number;
  readonly seed: number;
  /** Named in the audit log. */
  readonly actor: string;
  readonly signal: AbortSignal;
  readonly onEpoch?: (report: EpochReport, evaluations: number) => void;
  readonly onProgress?: (done: number, total: number, message: string) => void;
  /** Called in the transaction that keeps the policy: what it writes is there with the policy, or neither is. */
  readonly onSaved?: (policyId: string) => void;
}

export interface PolicyTrainingResult {
  readonly policyId: string;
  readonly record: RunRecord;
}

/** Folder of the data folder with the checkpoints of runs that were not finished. */
export const trainingFolder = 'training';
/** The method whose report row decides: the policy as it is deployed. */
const deployed = 'amortised';

/**
 * Trains a policy on the company's postings, measures it beside search and doing nothing, saves it with its record, and
 * promotes it when the rule says so. The look at the report part is logged before it is taken, once a run. A run that was
 * killed goes on from its last checkpoint when it is started again with the same data, seed and options. Crossings of
 * attributes are measured and searched beside their attributes, so that nobody pays for a gain in the mean.
 */
export async function trainPolicy(options: PolicyTrainingOptions): Promise<PolicyTrainingResult> {
  const { store, postings, detector, refinement, epochs, seed, signal } = options;
  const market = { ...options.market, attributes: withCrossings(options.market.attributes) };
  const statements = store.statements.all();
  const decisions = store.decisions
    .all()
    .filter(({ decision }) => decision === 'accepted' || decision === 'rejected')
    .map(({ ruleId, decision }) => ({ ruleId, accepted: decision === 'accepted' }));
  const tasks = postings.map(({ id, text, employer }) => ({
    task: createTask(id, text, { detector, statements, readRequirements: market.readRequirements }),
    employer,
  }));
  const data = {
    candidates: hashText(market.pool.ids.join('\n')),
    postings: hashText(postings.map(({ text }) => text).join('\n\f\n')),
    statements: hashText(statements.map(({ text }) => text).join('\n')),
  };
  const config = { refinement, epochs, seed, salt: market.salt, recommender: market.recommender.name };
  // Stays on this machine: the record, which policy files carry, holds no hash of self-reports.
  const selfReports = market.attributes.map(({ name, codes }) => ({ name, codes: [...codes] }));
  const run = hashText(JSON.stringify({ data, config, decisions, selfReports }));
  const checkpoints = createCheckpointFile(join(store.directory, trainingFolder, `${run}.json`), run);
  const unfinished = checkpoints.read();
  const look = unfinished?.look ?? store.looks.record(market.salt, 'train policy');
  if (unfinished === undefined) checkpoints.write({ look });
  const learned = learnedMethods({
    refinement,
    refine: { epochs },
    decisions,
    resumed: unfinished?.checkpoint,
    onEpoch: (report, checkpoint, evaluations) => {
      // Told first: killed in between, the epoch is done and told again, and is missing from no curve.
      options.onEpoch?.(report, evaluations);
      checkpoints.write({ look, checkpoint: checkpoint() });
    },
  });

  const evaluation = await evaluate(
    {
      ...market,
      second: options.second,
      postings: tasks,
      seed,
      random: createRandom(seed),
      signal,
      onProgress: (done, total, method) =>
        options.onProgress?.(done, total, done < total ? `Measuring: ${method}` : 'Measured'),
    },
    [...baselines, ...learned.methods],
  );
  const trained = learned.trained();
  if (trained === undefined) throw new Error('no method was trained');
  const promotion = decidePromotion(
    withoutUnmeasuredCrossings(evaluation, options.market.attributes),
    deployed,
    look.n,
  );
  const record: RunRecord = {
    kind: 'policy',
    data,
    config,
    evaluations: trained.evaluations,
    training: [...trained.reports],
    evaluation,
    promotion,
  };
  const policy = savePolicy(trained.refined);
  // The look makes the same model of two runs two rows, so that each keeps its own record.
  const policyId = `policy-${hashText(JSON.stringify({ policy, look: look.n, salt: market.salt }))}`;
  store.transaction(() => {
    store.policies.save(policyId, policyKind, policy);
    store.policies.save(runIdOf(policyId), runKind, record);
    if (promotion.promoted) store.policies.promote(policyId, policyKind, record);
    store.auditLog.add(options.actor, promotion.promoted ? 'promoted' : 'trained', { policyId });
    options.onSaved?.(policyId);
  });
  checkpoints.remove();
  return { policyId, record };
}
