import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { holmAdjust } from '../../shared/fairness/holm.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { Random } from '../../shared/random.ts';
import { nearDuplicateClusters } from '../detector/near-duplicates.ts';
import type { PostingTask } from '../environment.ts';
import { type Method, occupationStrata, rewriteAll, type TrainingGround } from '../evaluation/evaluate.ts';
import { type EvaluationPosting, type GroundOptions, openGround } from '../evaluation/ground.ts';
import { brokenFacts, measureRewrites, type Rewritten } from '../evaluation/measured-posting.ts';
import { methodRow } from '../evaluation/method-row.ts';
import type { Recommender } from '../recommender.ts';
import { type AuditTools, auditChanges } from './change-audit.ts';
import { selectedPlaces } from './impact-ratios.ts';
import { paperRow, rememberNulls } from './paper-row.ts';
import { type PaperReading, readPaperList } from './read-list.ts';
import type { PaperEvaluation } from './record.ts';
import { paperTarget } from './targets.ts';

/** A method that writes text instead of choosing among actions, such as a language model. Its edits may break facts. */
export interface WritingMethod {
  readonly name: string;
  rewrite(task: PostingTask, signal: AbortSignal | undefined): Promise<readonly Edit[]>;
}
/** A method that learns to write first. */
export interface WritingTrainer {
  readonly name: string;
  train(ground: TrainingGround): Promise<WritingMethod>;
}
export type PaperMethod = Method | WritingMethod | WritingTrainer;

export interface PaperProtocolOptions extends Omit<GroundOptions, 'combination' | 'weights'> {
  /** Read beside the recommender that is searched and trained on, never searched. */
  readonly others: readonly Recommender[];
  /** The first leaves every posting as it is. */
  readonly methods: readonly PaperMethod[];
  readonly absent: PaperEvaluation['absent'];
  readonly audit: AuditTools;
  readonly k: number;
  readonly seed: number;
  readonly synthetic: boolean;
  readonly permutations?: number;
  readonly resamples?: number;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (done: number, total: number, message: string) => void;
}

/**
 * The paper's experiment on one's own data: every method rewrites the unseen postings, choosing on the optimise candidates, and
 * each rewrite is read on the report candidates, by the paper's measures as published and as corrected and by ours.
 */
export async function runPaperProtocol(options: PaperProtocolOptions): Promise<PaperEvaluation> {
  const { recommender, pool, attributes, salt, random, methods, signal, onProgress } = options;
  const postings = distinctPostings(options.postings);
  const opened = openGround({ ...options, postings });
  const { candidates: folds, postings: tasks } = opened;
  const ground = { ...opened.environments, postings: tasks.training, signal };

  const encoders = [recommender, ...options.others];
  const targets = attributes.map(paperTarget);
  const nullOf = rememberNulls(random.fork('null impact ratios'));
  const measurer = opened.measurerOf('report');
  const measures = new Map(tasks.unseen.map((task) => [task, measurer(task.requirements)]));
  const strata = occupationStrata(pool, postings);
  const originals = new Map<string, PaperReading[]>();
  const result: Pick<PaperEvaluation, 'rows' | 'corrected' | 'audits'> = {
    rows: [],
    corrected: [],
    audits: [],
  };

  for (const [place, method] of methods.entries()) {
    onProgress?.(place, methods.length, method.name);
    const stream = random.fork(`method ${method.name}`);
    const rewrites = await rewritesOf(method, tasks.unseen, ground, stream, signal);
    for (const encoder of encoders) {
      const readings: PaperReading[] = [];
      for (const { task, edits } of rewrites) {
        const [scores] = await encoder.score([applyEdits(task.space.text, edits)], signal);
        if (scores === undefined) throw new Error(`${encoder.name} gave no scores for posting ${task.id}`);
        readings.push(readPaperList(scores, pool.ids, folds.report, attributes, targets, options.k));
      }
      result.rows.push(
        paperRow(readings, {
          method: method.name,
          encoder: encoder.name,
          attributes,
          originals: originals.get(encoder.name),
          nullOf,
          random: stream.fork(encoder.name),
        }),
      );
      if (place === 0) originals.set(encoder.name, readings);
    }

    const read = await measureRewrites(recommender, rewrites, (task) => [measures.get(task)], signal);
    const measured = read.flatMap((cells) => cells[0] ?? []);
    const rows = attributes.map((attribute) => {
      const { row } = methodRow(method.name, measured, {
        ...options,
        attribute,
        candidates: pool.ids.length,
        strata,
        random: stream.fork(attribute.name),
      });
      return row;
    });
    const adjusted = holmAdjust(rows.map(({ p }) => p));
    result.corrected.push(...rows.map((row, a) => ({ ...row, pHolm: adjusted[a] ?? row.p })));
    result.audits.push(
      await auditChanges(
        method.name,
        rewrites.map(({ task: { space }, edits }) => ({
          original: space.text,
          rewritten: applyEdits(space.text, edits),
          edits,
          factsBroken: brokenFacts(space.text, edits),
        })),
        options.audit,
      ),
    );
  }
  onProgress?.(methods.length, methods.length, 'done');

  return {
    protocol: 'paper',
    k: options.k,
    selected: selectedPlaces,
    postings: {
      given: options.postings.length,
      distinct: postings.length,
      training: tasks.training.length,
      unseen: tasks.unseen.length,
    },
    candidates: { all: pool.ids.length, report: folds.report.length },
    synthetic: options.synthetic,
    seed: options.seed,
    salt,
    encoders: encoders.map((encoder) => ({ name: encoder.name, searched: encoder === recommender })),
    targets,
    ...result,
    absent: options.absent,
  };
}

async function rewritesOf(
  method: PaperMethod,
  tasks: readonly PostingTask[],
  ground: Omit<TrainingGround, 'random'>,
  random: Random,
  signal: AbortSignal | undefined,
): Promise<Rewritten[]> {
  const trained =
    'train' in method ? await method.train({ ...ground, random: random.fork('train') }) : method;
  if ('decide' in trained) return rewriteAll(trained, tasks, ground.optimise, random.fork('unseen'), signal);
  const written: Rewritten[] = [];
  for (const task of tasks) {
    signal?.throwIfAborted();
    written.push({ task, edits: await trained.rewrite(task, signal), evaluations: 0 });
  }
  return written;
}

/** The paper drew postings with replacement; here near-duplicates count once. */
function distinctPostings(postings: readonly EvaluationPosting[]): EvaluationPosting[] {
  const clusters = nearDuplicateClusters(postings.map(({ task }) => task.space.text));
  return postings.filter((_, i) => clusters[i] === i);
}
