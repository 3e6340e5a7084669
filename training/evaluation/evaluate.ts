import { holmAdjust } from '../../shared/fairness/holm.ts';
import { leastPower, powerToDetectFall, relevantFall } from '../../shared/fairness/match-list/power.ts';
import type { Power } from '../../shared/protocol/training-run.ts';
import type { Random } from '../../shared/random.ts';
import { editsOf } from '../actions.ts';
import type { Environment, PostingTask } from '../environment.ts';
import type { CandidatePart } from '../folds.ts';
import type { PostingMeasure } from '../posting-measure.ts';
import type { AttributeColumn, CandidatePool, Recommender } from '../recommender.ts';
import type { SpanPolicy } from '../span-policy/policy.ts';
import { excessOf } from './excess-of.ts';
import { type GroundOptions, openGround } from './ground.ts';
import { type MeasuredPosting, measureRewrites, type Rewritten } from './measured-posting.ts';
import { methodRow, type RowOptions } from './method-row.ts';
import type { Agreement, Diagnostic, Evaluation, MethodRow } from './record.ts';

export interface EvaluateOptions extends GroundOptions {
  /** Measured beside the first and never searched or trained on. */
  readonly second?: Recommender | undefined;
  readonly seed: number;
  readonly synthetic: boolean;
  readonly permutations?: number;
  readonly resamples?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number, message: string) => void;
}

/** What a method may learn from: optimise and select candidates with the training postings, and nothing else. */
export interface TrainingGround {
  readonly optimise: Environment;
  readonly select: Environment;
  readonly postings: readonly PostingTask[];
  readonly random: Random;
  readonly signal: AbortSignal | undefined;
}

/** A method of the table: ready to decide, or trained first. */
export type Method =
  | SpanPolicy
  | { readonly name: string; train(ground: TrainingGround): Promise<SpanPolicy> };

const parts = ['report', 'optimise', 'select'] as const satisfies readonly CandidatePart[];

/**
 * Runs every method and measures it. Each chooses on the optimise part; its row is what that choice does to the report part
 * on postings that nothing was trained on. The other cells come back as diagnostics only.
 */
export async function evaluate(options: EvaluateOptions, methods: readonly Method[]): Promise<Evaluation> {
  const { recommender, pool, attributes, postings, salt, seed, random, signal, onProgress } = options;
  const ground = openGround(options);
  const { candidates: folds, postings: tasks, environments } = ground;
  const measurers = parts.map(ground.measurerOf);
  const measuresOf = remember((task: PostingTask) => measurers.map((measure) => measure(task.requirements)));

  const rows: MethodRow[] = [];
  const diagnostics: Diagnostic[] = [];
  const agreement: Agreement[] = [];
  const deviations = new Map<string, number>();
  const strata = occupationStrata(pool, postings);
  const rowOptions = (attribute: AttributeColumn, name: string): RowOptions => ({
    attribute,
    candidates: pool.ids.length,
    strata,
    random: random.fork(`${attribute.name} ${name}`),
    ...(options.permutations === undefined ? {} : { permutations: options.permutations }),
    ...(options.resamples === undefined ? {} : { resamples: options.resamples }),
    signal,
  });

  for (const [place, method] of methods.entries()) {
    onProgress?.(place, methods.length, method.name);
    const stream = random.fork(`method ${method.name}`);
    const policy =
      'train' in method
        ? await method.train({
            ...environments,
            postings: tasks.training,
            random: stream.fork('train'),
            signal,
          })
        : method;
    for (const side of ['unseen', 'training'] as const) {
      const rewrites = await rewriteAll(
        policy,
        tasks[side],
        environments.optimise,
        stream.fork(side),
        signal,
      );
      const read = await measureRewrites(recommender, rewrites, measuresOf, signal);
      const inPart = (part: number) => read.flatMap((cells) => cells[part] ?? []);
      if (side === 'unseen') {
        const results = attributes.map((attribute) => {
          return methodRow(method.name, inPart(0), rowOptions(attribute, method.name));
        });
        const corrected = holmAdjust(results.map(({ row }) => row.p));
        results.forEach(({ row, test }, a) => {
          rows.push({ ...row, pHolm: corrected[a] ?? row.p });
          const { nullDeviation, nullDeviationBefore } = test.squaredExcessGap;
          const known = deviations.get(row.attribute) ?? 0;
          deviations.set(row.attribute, Math.max(known, nullDeviation, nullDeviationBefore));
        });
      }
      if (side === 'unseen' && options.second !== undefined) {
        const second = options.second;
        const elsewhere = await measureRewrites(second, rewrites, (task) => [measuresOf(task)[0]], signal);
        const measured = elsewhere.flatMap((cells) => cells[0] ?? []);
        for (const attribute of attributes) {
          agreement.push({
            method: method.name,
            attribute: attribute.name,
            recommender: second.name,
            excessGap: excessOf(measured, attribute),
          });
        }
      }
      diagnostics.push(...diagnose(method.name, attributes, side, inPart));
    }
  }
  onProgress?.(methods.length, methods.length, 'done');

  return {
    postings: postings.length,
    candidates: pool.ids.length,
    recommender: recommender.name,
    synthetic: options.synthetic,
    folds: {
      salt,
      candidates: {
        optimise: folds.optimise.length,
        select: folds.select.length,
        report: folds.report.length,
      },
      postings: { training: tasks.training.length, unseen: tasks.unseen.length },
      statistics:
        'recommender statistics (idf, latent-semantic axes) use all candidates; they are fixed before any edit',
    },
    seed,
    methods: rows,
    power: attributes.map((attribute) => powerOf(attribute.name, rows, deviations)),
    agreement,
    notMeasured: countReasons(tasks.unseen.map((task) => measuresOf(task)[0])),
    diagnostics,
  };
}

/** What a policy does to each posting, choosing in the environment given. */
export async function rewriteAll(
  policy: SpanPolicy,
  tasks: readonly PostingTask[],
  environment: Environment,
  random: Random,
  signal: AbortSignal | undefined,
): Promise<Rewritten[]> {
  const rewrites: Rewritten[] = [];
  for (const task of tasks) {
    signal?.throwIfAborted();
    const episode = await environment.open(task, signal);
    const choice = await policy.decide({ task, episode, random: random.fork(task.id), signal });
    rewrites.push({ task, edits: editsOf(task.space, choice), evaluations: episode?.evaluations ?? 0 });
  }
  return rewrites;
}

/** The cells of the table that are not its result. */
function diagnose(
  method: string,
  attributes: readonly AttributeColumn[],
  postings: 'training' | 'unseen',
  inPart: (part: number) => readonly MeasuredPosting[],
): Diagnostic[] {
  return parts.flatMap((candidates, part) => {
    if (candidates === 'report' && postings === 'unseen') return [];
    return attributes.map((attribute) => ({
      method,
      attribute: attribute.name,
      candidates,
      postings,
      excessGap: excessOf(inPart(part), attribute),
    }));
  });
}

/** Power from the original texts and the widest null deviation of any method's change, or of the excess gap itself. */
function powerOf(
  attribute: string,
  rows: readonly MethodRow[],
  deviations: ReadonlyMap<string, number>,
): Power {
  const row = rows.find((one) => one.attribute === attribute);
  const deviation = deviations.get(attribute) ?? 0;
  // No posting was measured.
  const power = deviation === 0 ? 0.025 : powerToDetectFall((row?.excessGap.before ?? 0) ** 2, deviation);
  return { attribute, fall: relevantFall, power, enough: power >= leastPower };
}

/** Candidates of the same recognised occupations are one stratum: labels are permuted among those who qualify alike. */
export function occupationStrata(
  pool: CandidatePool,
  postings: readonly { readonly task: Pick<PostingTask, 'requirements'> }[],
): Int32Array {
  const asked = new Set(postings.flatMap(({ task }) => task.requirements.occupation ?? []));
  const numbers = new Map<string, number>();
  return Int32Array.from(pool.qualifications, ({ occupations }) => {
    const key = [...asked].filter((occupation) => occupations.has(occupation)).join();
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

function countReasons(measures: readonly (PostingMeasure | undefined)[]): Evaluation['notMeasured'] {
  const counts = new Map<string, Evaluation['notMeasured'][number]>();
  for (const { attribute, reason } of measures.flatMap((measure) => measure?.notEnough ?? [])) {
    const key = `${attribute}\n${reason}`;
    const postings = (counts.get(key)?.postings ?? 0) + 1;
    counts.set(key, { attribute, reason, postings });
  }
  return [...counts.values()];
}

function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}
