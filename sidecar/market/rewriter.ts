import type { Detector } from '../../shared/detection/detector.ts';
import { combineEdits } from '../../shared/edits/combine-edits.ts';
import type { Edit, RefusedEdit } from '../../shared/protocol/edit.ts';
import type { ProgressEvent, Rewrite, RewriteRequest } from '../../shared/protocol/rewrite.ts';
import { createPolicyRewriter } from '../../training/policy-rewriter.ts';
import type { RequirementReader } from '../../training/recommender.ts';
import type { PolicyModel } from '../../training/span-policy/softmax-policy.ts';
import { chooseModel } from '../language-model/choose-model.ts';
import { describeRefusals } from '../language-model/describe-refusals.ts';
import { LanguageModelError } from '../language-model/ollama-client.ts';
import { proposeEdits } from '../language-model/propose-edits.ts';
import { type RewriteRun, type Rewriter, ServiceUnavailable } from '../routes/services.ts';
import { chooseProposal, type Proposal } from './choose-proposal.ts';
import type { WordEstimator } from './estimator.ts';
import { promotedPolicy } from './promoted-policy.ts';
import type { ServicesOptions } from './services-options.ts';

export interface RewriterOptions extends ServicesOptions {
  readonly detector: Pick<Detector, 'check'>;
  readonly estimator: WordEstimator;
  readonly readRequirements: RequirementReader;
}

/** Answers of a language model that are remembered, those of some hundred postings; then all are forgotten. */
const mostAnswers = 20_000;

/** Edits of one engine before they are put together. */
interface Draft {
  readonly edits: readonly Edit[];
  readonly refused: readonly RefusedEdit[];
  readonly notes: readonly string[];
}

type NamedDraft = Draft & Pick<Proposal, 'name'>;

/** Rewrites postings: with the policy that learns from the list, with a local language model, or with both. */
export function createRewriter(options: RewriterOptions): Rewriter {
  const { store, detector, estimator, readRequirements, seed } = options;
  const answers = new Map<string, string>();
  const rewriterOf = (policy: PolicyModel | undefined) =>
    createPolicyRewriter({
      readRequirements,
      findings: (text) => detector.check(text).findings,
      statements: store.statements.all(),
      policy,
    });

  /** What could be shown, best guess first. The curated suggestions stand beside every finding anyway. */
  async function propose(text: string, exploring: boolean): Promise<NamedDraft[]> {
    const policy = promotedPolicy(store);
    const curated = async () => ({ name: 'curated', ...(await rewriterOf(undefined).rewrite(text)) });
    if (policy === undefined) return [await curated()];
    const learned = { name: 'policy', ...(await rewriterOf(policy).rewrite(text)) };
    return exploring ? [learned, await curated()] : [learned];
  }

  return {
    async rewrite({ text, engine, model, passage }, run) {
      const signal = run.signal ?? new AbortController().signal;
      const { exploring } = store.settings.read();
      const drafted =
        engine === 'policy'
          ? undefined
          : await draftByModel(
              text,
              { model, passage, needed: engine === 'model' },
              { options, answers, run, signal },
            );
      const proposals = engine === 'model' ? [] : await propose(text, exploring);
      const approved = store.statements.all().map((statement) => statement.text);
      const combined = withModel(drafted, proposals).map(({ name, drafts }) => ({
        name,
        ...combine(text, drafts, approved),
      }));
      const { proposal, rewritten, logged } = chooseProposal(text, combined, { exploring, seed });
      signal.throwIfAborted();
      // Before anyone sees it: a log written after the choice would leave out what nobody took.
      if (logged !== undefined) store.proposals.add(logged);
      for (const edit of proposal.edits) run.onEvent?.({ type: 'edit', edit });
      const result: Rewrite = {
        text: rewritten,
        edits: [...proposal.edits],
        refused: [...proposal.refused],
        notes: [...proposal.notes],
      };
      if (rewritten === text) return result;
      const onProgress = (progress: ProgressEvent) => run.onEvent?.({ type: 'progress', progress });
      const estimate = await estimator.estimate({ original: text, rewritten }, signal, onProgress);
      const effects = await estimator.describeEdits(text, result.edits, onProgress);
      return { ...result, estimate, ...(effects && { effects }) };
    },
  };
}

interface NamedDrafts {
  readonly name: string;
  readonly drafts: readonly Draft[];
}

/** Each proposal with the model's edits first, named for both; the model's own where it stands alone. */
function withModel(drafted: Draft | undefined, proposals: readonly NamedDraft[]): NamedDrafts[] {
  if (drafted === undefined) return proposals.map((one) => ({ name: one.name, drafts: [one] }));
  if (proposals.length === 0) return [{ name: 'model', drafts: [drafted] }];
  return proposals.map((one) => ({
    name: drafted.edits.length === 0 ? one.name : `model and ${one.name}`,
    drafts: [drafted, one],
  }));
}

interface ModelDraftContext {
  readonly options: RewriterOptions;
  /** Answers already given, by sentence. */
  readonly answers: Map<string, string>;
  readonly run: RewriteRun;
  readonly signal: AbortSignal;
}

interface ModelRequest {
  readonly model: string | undefined;
  readonly passage: RewriteRequest['passage'];
  /** Nothing else may suggest in its place. */
  readonly needed: boolean;
}

/** @throws ServiceUnavailable when the model is needed and cannot be used; otherwise a note says so. */
async function draftByModel(
  text: string,
  { model: asked, passage, needed }: ModelRequest,
  { options, answers, run, signal }: ModelDraftContext,
): Promise<Draft> {
  const { detector, languageModel, memoryBytes, seed } = options;
  if (answers.size > mostAnswers) answers.clear();
  try {
    const modelName = chooseModel(await languageModel.list(signal), memoryBytes, asked);
    const { edits, refused, refusals } = await proposeEdits(text, {
      model: languageModel,
      modelName,
      check: (sentence) => detector.check(sentence),
      cache: answers,
      seed,
      passage,
      signal,
      onProgress: (done, total) =>
        run.onEvent?.({ type: 'progress', progress: { done, total, message: `Asking ${modelName}` } }),
    });
    const unused = describeRefusals(refusals);
    return {
      edits,
      refused,
      notes: [`Alternatives by the local model ${modelName}.`, ...(unused ? [unused] : [])],
    };
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

/** One rewrite of several drafts; the company's own statements may stand in it whatever they promise. */
function combine(text: string, drafts: readonly Draft[], approved: readonly string[]): Draft {
  const { accepted, refused } = combineEdits(
    text,
    drafts.map(({ edits }) => edits),
    approved,
  );
  return {
    edits: accepted,
    refused: [...drafts.flatMap((draft) => draft.refused), ...refused],
    notes: drafts.flatMap((draft) => draft.notes),
  };
}
