import type { Check } from '../../shared/protocol/check.ts';
import { findModelFile } from '../../training/language-model/deploy.ts';
import type { PaperEvaluation } from '../../training/paper-protocol/record.ts';
import type { PaperMethod } from '../../training/paper-protocol/run-paper-protocol.ts';
import { openTokenModel } from '../../training/paper-protocol/token-ilql/open-token-model.ts';
import { tokenIlql } from '../../training/paper-protocol/token-ilql/token-ilql.ts';
import { ownModels } from '../language-model/choose-model.ts';
import { type LanguageModel, LanguageModelError } from '../language-model/ollama-client.ts';
import { proposeEdits } from '../language-model/propose-edits.ts';
import { instructionRewriter } from './instruction-rewriter.ts';

export interface LanguageModelMethods {
  readonly methods: readonly PaperMethod[];
  readonly absent: PaperEvaluation['absent'];
  /** Frees the model that is open in this process. */
  close(): Promise<void>;
}

export interface LanguageModelOptions {
  readonly model: LanguageModel;
  /** Where the models are served, for the file behind one. */
  readonly ollamaUrl: string;
  /** Name of a local model; undefined when none was given. */
  readonly modelName: string | undefined;
  readonly check: (text: string) => Check;
  readonly seed: number;
  readonly threads: number;
  readonly signal: AbortSignal;
}

const rows = {
  instruction: 'instruction to a language model',
  guarded: 'language model, sentence by sentence, guarded',
  fineTuned: 'fine-tuned model',
  tokenIlql: 'token-level ILQL decoding',
} as const;
/** Room for a prompt with its examples and an answer that is read twice over. */
const pass = { tokens: 256, predictions: 96 } as const;

/**
 * The rows that need a language model: the bare instruction, the model as this program uses it, the company's fine-tuned model
 * likewise, and the paper's token-level decoding. Where a model is missing the record says so in place of its rows.
 */
export async function languageModelMethods(options: LanguageModelOptions): Promise<LanguageModelMethods> {
  const { model, modelName, seed, signal } = options;
  const without = (why: string) => ({
    methods: [],
    absent: Object.values(rows).map((method) => ({ method, why })),
    close: async () => undefined,
  });
  if (modelName === undefined) return without('no model was given; name one with --model');
  const installed = await installedModels(model, signal);
  if ('why' in installed) return without(installed.why);
  const has = (name: string) => installed.names.some((one) => one === name || one === `${name}:latest`);
  if (!has(modelName)) {
    const names = installed.names.join(', ') || 'none';
    return without(`"${modelName}" is not among the installed models (${names})`);
  }
  const fineTuned = has(ownModels.current)
    ? { methods: [guarded(rows.fineTuned, ownModels.current, options)], absent: [] }
    : {
        methods: [],
        absent: [{ method: rows.fineTuned, why: 'none is in force; `autorefine train model` makes one' }],
      };
  const token = await openTokenRow(modelName, options);
  return {
    methods: [
      instructionRewriter(model, modelName, seed),
      guarded(`${modelName}, sentence by sentence, guarded`, modelName, options),
      ...fineTuned.methods,
      ...('method' in token ? [token.method] : []),
    ],
    absent: [...fineTuned.absent, ...('why' in token ? [{ method: rows.tokenIlql, why: token.why }] : [])],
    close: 'close' in token ? token.close : async () => undefined,
  };
}

function guarded(name: string, modelName: string, options: LanguageModelOptions): PaperMethod {
  return {
    name,
    rewrite: async ({ space }) => (await proposeEdits(space.text, { ...options, modelName })).edits,
  };
}

async function openTokenRow(
  modelName: string,
  { ollamaUrl, threads, signal }: LanguageModelOptions,
): Promise<{ method: PaperMethod; close(): Promise<void> } | { why: string }> {
  try {
    const { path } = await findModelFile(ollamaUrl, modelName, signal);
    const opened = await openTokenModel(path, { pass, threads });
    return { method: tokenIlql(opened), close: opened.close };
  } catch (error) {
    if (signal.aborted || !(error instanceof Error)) throw error;
    // A file of another kind, a server on another file system, or no onnxruntime: one row less, with its reason.
    return { why: `the file of "${modelName}" cannot be read here: ${error.message}` };
  }
}

async function installedModels(
  model: LanguageModel,
  signal: AbortSignal,
): Promise<{ names: string[] } | { why: string }> {
  try {
    return { names: (await model.list(signal)).map(({ name }) => name) };
  } catch (error) {
    if (signal.aborted || !(error instanceof Error)) throw error;
    // The server is not there: refused connections come as fetch's TypeError.
    if (error instanceof TypeError || error instanceof LanguageModelError) {
      return { why: `no language-model server answered: ${error.message}` };
    }
    throw error;
  }
}
