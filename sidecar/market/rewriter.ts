import { createDetector, type Detector } from '../../shared/detection/detector.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { guardEdits } from '../../shared/edits/fact-guard.ts';
import { hashText } from '../../shared/hash.ts';
import type { Edit, RefusedEdit } from '../../shared/protocol/edit.ts';
import {
  type Estimate,
  estimateSchema,
  type ProgressEvent,
  type Rewrite,
} from '../../shared/protocol/rewrite.ts';
import { createPolicyRewriter, type PolicyRewriter } from '../../training/policy-rewriter.ts';
import { chooseModel } from '../language-model/choose-model.ts';
import { LanguageModelError } from '../language-model/ollama-client.ts';
import { proposeEdits } from '../language-model/propose-edits.ts';
import { type Estimator, type RewriteRun, type Rewriter, ServiceUnavailable } from '../routes/services.ts';
import { promotedPolicy } from './promoted-policy.ts';
import type { ServicesOptions } from './services-options.ts';

/** Edits of one engine before they are put together. */
interface Draft {
  readonly edits: readonly Edit[];
  readonly refused: readonly RefusedEdit[];
  readonly notes: readonly string[];
}

/** Rewrites postings: with the policy that learns from the list, with a local language model, or with both. */
export function createRewriter(options: ServicesOptions): Rewriter & Estimator {
  const detector = createDetector();
  const answers = new Map<string, string>();
  const estimate: Estimator['estimate'] = async ({ original, rewritten }, signal) => {
    const { measuring, sample } = options.store.settings.read();
    if (!measuring) return switchedOff(sample);
    return cachedEstimate(options, original, rewritten, async () => {
      const policy = await openPolicy(options, detector, undefined);
      return policy.estimateChange(original, rewritten, signal);
    });
  };

  return {
    estimate,
    async rewrite({ text, engine, model }, run) {
      const signal = run.signal ?? new AbortController().signal;
      const drafts: Draft[] = [];
      if (engine !== 'policy') {
        drafts.push(
          await draftByModel(text, model, engine === 'model', { options, detector, answers, run, signal }),
        );
      }
      if (engine !== 'model') {
        const policy = await openPolicy(options, detector, run);
        drafts.push(await policy.rewrite(text, signal));
      }
      const draft = combine(text, drafts);
      for (const edit of draft.edits) run.onEvent?.({ type: 'edit', edit });
      const rewritten = applyEdits(text, draft.edits);
      const result: Rewrite = {
        text: rewritten,
        edits: [...draft.edits],
        refused: [...draft.refused],
        notes: [...draft.notes],
      };
      if (rewritten === text) return result;
      return { ...result, estimate: await estimate({ original: text, rewritten }, signal) };
    },
  };
}

async function openPolicy(
  { store, market, seed }: ServicesOptions,
  detector: Detector,
  run: RewriteRun | undefined,
): Promise<PolicyRewriter> {
  const { measuring, optimising } = store.settings.read();
  const onProgress = (progress: ProgressEvent) => run?.onEvent?.({ type: 'progress', progress });
  return createPolicyRewriter({
    // Nothing is read of the candidates while the company has not chosen to measure.
    market: measuring ? await market.current(onProgress) : undefined,
    findings: (text) => detector.check(text).findings,
    statements: store.statements.all(),
    policy: promotedPolicy(store),
    measuring,
    optimising,
    seed,
  });
}

interface ModelDraftContext {
  readonly options: ServicesOptions;
  readonly detector: Detector;
  /** Answers already given, by sentence. */
  readonly answers: Map<string, string>;
  readonly run: RewriteRun;
  readonly signal: AbortSignal;
}

/** @throws ServiceUnavailable when the model is needed and cannot be used; otherwise a note says so. */
async function draftByModel(
  text: string,
  asked: string | undefined,
  needed: boolean,
  { options, detector, answers, run, signal }: ModelDraftContext,
): Promise<Draft> {
  const { languageModel, memoryBytes, seed } = options;
  try {
    const modelName = chooseModel(await languageModel.list(signal), memoryBytes, asked);
    const { edits, refused } = await proposeEdits(text, {
      model: languageModel,
      modelName,
      check: (sentence) => detector.check(sentence),
      cache: answers,
      seed,
      signal,
      onProgress: (done, total) =>
        run.onEvent?.({ type: 'progress', progress: { done, total, message: `Asking ${modelName}` } }),
    });
    return { edits, refused, notes: [`Alternatives by the local model ${modelName}.`] };
  } catch (cause) {
    signal.throwIfAborted();
    const why =
      cause instanceof LanguageModelError ? cause.message : 'Ollama does not answer on this machine.';
    if (needed) {
      throw new ServiceUnavailable(why, 'Start Ollama (https://ollama.com), or use --engine policy.', {
        cause,
      });
    }
    return { edits: [], refused: [], notes: [`No language model was used: ${why}`] };
  }
}

/** The first draft's edits go first; a later draft fills in where none of them touches. The fact guard sees the sum. */
function combine(text: string, drafts: readonly Draft[]): Draft {
  const chosen: Edit[] = [];
  for (const edit of drafts.flatMap((draft) => draft.edits)) {
    if (!chosen.some((other) => overlaps(edit, other))) chosen.push(edit);
  }
  const { accepted, refused } = guardEdits(
    text,
    chosen.sort((a, b) => a.start - b.start),
  );
  return {
    edits: accepted,
    refused: [...drafts.flatMap((draft) => draft.refused), ...refused],
    notes: drafts.flatMap((draft) => draft.notes),
  };
}

function overlaps(a: Edit, b: Edit): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start;
  return a.start < b.end && b.start < a.end;
}

/** Kept by the pair of texts and the revision of the pool, so that asking again tells nothing new about anyone. */
async function cachedEstimate(
  { store, market }: ServicesOptions,
  original: string,
  rewritten: string,
  make: () => Promise<Estimate>,
): Promise<Estimate> {
  const key = [hashText(original), hashText(rewritten), market.revision()].join(' ');
  const known = store.measurements.read('estimate', key, estimateSchema);
  if (known !== undefined) return known;
  const made = await make();
  store.measurements.write('estimate', key, made);
  return made;
}

function switchedOff(synthetic: boolean): Estimate {
  return {
    verdict: 'not-enough-data',
    explanation: 'Measuring the match list is switched off for this company.',
    recommender: 'none',
    synthetic,
  };
}
