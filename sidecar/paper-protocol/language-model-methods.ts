import type { Check } from '../../shared/protocol/check.ts';
import type { PaperEvaluation } from '../../training/paper-protocol/record.ts';
import type { PaperMethod } from '../../training/paper-protocol/run-paper-protocol.ts';
import { type LanguageModel, LanguageModelError } from '../language-model/ollama-client.ts';
import { proposeEdits } from '../language-model/propose-edits.ts';
import { instructionRewriter } from './instruction-rewriter.ts';

export interface LanguageModelMethods {
  readonly methods: readonly PaperMethod[];
  readonly absent: PaperEvaluation['absent'];
}

export interface LanguageModelOptions {
  readonly model: LanguageModel;
  /** Name of a local model; undefined when none was given. */
  readonly modelName: string | undefined;
  readonly check: (text: string) => Check;
  readonly seed: number;
  readonly signal: AbortSignal;
}

const instruction = 'instruction to a language model';
const guarded = 'language model, sentence by sentence, guarded';
/** Rows of the paper's table that this version does not run at all. */
const notRun: PaperEvaluation['absent'] = [
  {
    method: 'token-level ILQL decoding',
    why: 'this version has no Q and V heads on a language model; span-ilql applies the same losses to edits',
  },
];

/**
 * The rows that need a language model: the bare instruction, and the model as this program uses it. Where none was given or
 * the given one is not there, the record says so in their place.
 */
export async function languageModelMethods(options: LanguageModelOptions): Promise<LanguageModelMethods> {
  const { model, modelName, check, seed, signal } = options;
  const without = (why: string) => ({
    methods: [],
    absent: [instruction, guarded].map((method) => ({ method, why })).concat(notRun),
  });
  if (modelName === undefined) return without('no model was given; name one with --model');
  const missing = await whyMissing(model, modelName, signal);
  if (missing !== undefined) return without(missing);
  return {
    methods: [
      instructionRewriter(model, modelName, seed),
      {
        name: `${modelName}, sentence by sentence, guarded`,
        rewrite: async ({ space }) =>
          (await proposeEdits(space.text, { model, modelName, check, seed, signal })).edits,
      },
    ],
    absent: notRun,
  };
}

async function whyMissing(
  model: LanguageModel,
  modelName: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const installed = (await model.list(signal)).map(({ name }) => name);
    if (installed.some((name) => name === modelName || name === `${modelName}:latest`)) return undefined;
    return `"${modelName}" is not among the installed models (${installed.join(', ') || 'none'})`;
  } catch (error) {
    if (signal.aborted || !(error instanceof Error)) throw error;
    // The server is not there: refused connections come as fetch's TypeError.
    if (error instanceof TypeError || error instanceof LanguageModelError) {
      return `no language-model server answered: ${error.message}`;
    }
    throw error;
  }
}
