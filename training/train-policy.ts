import type { Random } from '../shared/random.ts';
import type { ActionSpace, Choice } from './actions.ts';
import type { PostingTask } from './environment.ts';
import type { TrainingGround } from './evaluation/evaluate.ts';
import { withPreference } from './span-policy/amortised.ts';
import { cloneBehaviour } from './span-policy/behaviour-cloning.ts';
import { uniform } from './span-policy/best-of-n.ts';
import { type EffectModel, fitEffects, type LoggedRewrite } from './span-policy/effect-model.ts';
import { groupRelative } from './span-policy/grpo.ts';
import {
  learnQ,
  perturbed,
  type QLearningOptions,
  trajectory,
} from './span-policy/implicit-language-q-learning.ts';
import type { SpanPolicy } from './span-policy/policy.ts';
import {
  type Advantages,
  type Checkpoint,
  type EpochReport,
  type LearningTask,
  type RefineOptions,
  refine,
} from './span-policy/policy-gradient.ts';
import { leaveOneOut } from './span-policy/rloo.ts';
import {
  createWeights,
  linearPreference,
  namedWeights,
  type PolicyModel,
  type PreparedTask,
  prepareTask,
  replay,
  type Weights,
} from './span-policy/softmax-policy.ts';

export type Refinement = 'rloo' | 'grpo';
const refinements: Record<Refinement, Advantages> = { rloo: leaveOneOut, grpo: groupRelative };

/** What the recruiter decided on edits of a rule: aligned to when the wording is offered again. */
export interface RecruiterDecision {
  readonly ruleId: string;
  readonly accepted: boolean;
}

export interface TrainingOptions {
  readonly refinement?: Refinement;
  /** Rewrites logged of each posting before anything is learned. */
  readonly logged?: number;
  readonly decisions?: readonly RecruiterDecision[];
  readonly refine?: RefineOptions;
  readonly qLearning?: QLearningOptions;
  /** A checkpoint of an interrupted run with the same data, seed and options. */
  readonly resumed?: Checkpoint | undefined;
  readonly onEpoch?: (report: EpochReport, checkpoint: () => Checkpoint, evaluations: number) => void;
}

/** The stages of one run, each a policy that can be compared with the others. */
export interface TrainedPolicies {
  /** Cloned from curated defaults and decisions. */
  readonly aligned: PolicyModel;
  /** Aligned, perturbed by Q-learning on the logged rewrites. */
  readonly perturbed: SpanPolicy;
  /** Distilled from the plans, refined by policy gradients, early-stopped on the select part. */
  readonly refined: PolicyModel;
  readonly reports: readonly EpochReport[];
  readonly evaluations: number;
}

/** Align, perturb, distil, refine: the whole run on optimise and select candidates and training postings. */
export async function trainPolicies(
  ground: TrainingGround,
  options: TrainingOptions = {},
): Promise<TrainedPolicies> {
  const { random, signal } = ground;
  const opened = await openTasks(ground);
  const logs = await logRewrites(opened, options.logged ?? 16, random.fork('logs'), signal);
  const effects = fitEffects(logs);
  const weights = createWeights();
  const tasks = opened.map(({ task, ...episodes }): LearningTask => {
    return { ...episodes, prepared: prepareTask(task, effects, weights, { grow: true }) };
  });

  const decisions = options.decisions ?? [];
  align(weights, tasks, decisions);
  const aligned: PolicyModel = { effects, weights: namedWeights(weights) };
  const perturbedPolicy = perturb(
    effects,
    weights,
    tasks,
    logs,
    random.fork('q-learning'),
    options.qLearning,
  );

  distil(weights, tasks, decisions);

  const evaluations = () => opened.reduce((sum, { optimise }) => sum + optimise.evaluations, 0);
  const { reports } = await refine(
    weights,
    tasks,
    refinements[options.refinement ?? 'rloo'],
    random.fork('refine'),
    {
      ...options.refine,
      signal,
      onEpoch: (report, checkpoint) => options.onEpoch?.(report, checkpoint, evaluations()),
    },
    options.resumed,
  );
  const refined = { effects, weights: namedWeights(weights) };
  return { aligned, perturbed: perturbedPolicy, refined, reports, evaluations: evaluations() };
}

type OpenTask = { readonly task: PostingTask } & Pick<LearningTask, 'optimise' | 'select'>;

async function openTasks({ optimise, select, postings, signal }: TrainingGround): Promise<OpenTask[]> {
  const opened: OpenTask[] = [];
  for (const task of postings) {
    if (task.space.slots.length === 0) continue;
    const episode = await optimise.open(task, signal);
    if (episode) opened.push({ task, optimise: episode, select: await select.open(task, signal) });
  }
  return opened;
}

/** Uniform rewrites of every posting, with what each did: what effects and Q-values are learned from. */
async function logRewrites(
  opened: readonly OpenTask[],
  count: number,
  random: Random,
  signal: AbortSignal | undefined,
): Promise<LoggedRewrite[]> {
  const logs: LoggedRewrite[] = [];
  for (const { task, optimise } of opened) {
    const stream = random.fork(task.id);
    const choices = Array.from({ length: count }, () => uniform(task.space, stream));
    const scored = await optimise.score(choices, signal);
    const propensity = task.space.slots.reduce((product, slot) => product / slot.actions.length, 1);
    scored.forEach((parts, i) => {
      logs.push({ task, original: optimise.original, choice: choices[i] ?? [], propensity, parts });
    });
  }
  return logs;
}

/** Align: demonstrates the first curated option of each span, and keeping it where recruiters rejected the rule more often. */
function align(
  weights: Weights,
  tasks: readonly LearningTask[],
  decisions: readonly RecruiterDecision[],
): void {
  demonstrate(weights, tasks, decisions, ({ slots }) =>
    slots.map((slot) => (slot.category === 'statement' ? 0 : 1)),
  );
}

/** Distil: demonstrates what a search over the learned effects would do; what recruiters rejected stays as it is. */
function distil(
  weights: Weights,
  tasks: readonly LearningTask[],
  decisions: readonly RecruiterDecision[],
): void {
  demonstrate(weights, tasks, decisions, (_, { planned }) => planned);
}

function demonstrate(
  weights: Weights,
  tasks: readonly LearningTask[],
  decisions: readonly RecruiterDecision[],
  choose: (space: ActionSpace, prepared: PreparedTask) => Choice,
): void {
  const balance = new Map<string, number>();
  for (const { ruleId, accepted } of decisions) {
    balance.set(ruleId, (balance.get(ruleId) ?? 0) + (accepted ? 1 : -1));
  }
  cloneBehaviour(
    weights,
    tasks.map(({ prepared }) => {
      const { space } = prepared.task;
      const votes = space.slots.map((slot) => balance.get(slot.ruleId) ?? 0);
      return {
        prepared,
        choice: choose(space, prepared).map((action, i) => ((votes[i] ?? 0) < 0 ? 0 : action)),
        importance: votes.map((vote) => 1 + Math.log1p(Math.abs(vote))),
      };
    }),
  );
}

function perturb(
  effects: EffectModel,
  weights: Weights,
  tasks: readonly LearningTask[],
  logs: readonly LoggedRewrite[],
  random: Random,
  options: QLearningOptions | undefined,
): SpanPolicy {
  const preparedOf = new Map(tasks.map(({ prepared }) => [prepared.task, prepared]));
  const alignedPreference = linearPreference(weights.values.slice());
  const trajectories = logs.flatMap(({ task, choice, parts, original }) => {
    const prepared = preparedOf.get(task);
    if (prepared === undefined) return [];
    return [trajectory(replay(prepared, alignedPreference, choice), parts.reward, original.reward)];
  });
  const heads = learnQ(trajectories, weights.values.length, random, options);
  return withPreference(
    effects,
    { ids: new Map(weights.ids), values: weights.values.slice() },
    perturbed(alignedPreference, heads),
    'span-ilql',
  );
}
