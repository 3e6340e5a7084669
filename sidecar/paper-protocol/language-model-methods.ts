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
  /** Fine-tuned model to read in place of the one in force. */
  readonly tunedName?: string | undefined;
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
  const { model, seed } = options;
  const [given, tuned] = await findModels(options);
  const token = 'why' in given ? given : await openTokenRow(given.name, options);
  const found = [
    rowOf(rows.instruction, given, (name) => instructionRewriter(model, name, seed)),
    rowOf(rows.guarded, given, (name) => guarded(`${name}, sentence by sentence, guarded`, name, options)),
    rowOf(rows.fineTuned, tuned, (name) =>
      guarded(name === ownModels.current ? rows.fineTuned : `${rows.fineTuned} (${name})`, name, options),
    ),
    'why' in token ? { method: rows.tokenIlql, why: token.why } : token.method,
  ];
  return {
    methods: found.flatMap((row) => ('why' in row ? [] : row)),
    absent: found.flatMap((row) => ('why' in row ? row : [])),
    close: 'why' in token ? async () => undefined : token.close,
  };
}

/** An installed model, or why there is none. */
type Found = { readonly name: string } | { readonly why: string };

function rowOf(
  row: string,
  found: Found,
  method: (name: string) => PaperMethod,
): PaperMethod | PaperEvaluation['absent'][number] {
  return 'why' in found ? { method: row, why: found.why } : method(found.name);
}

/** The model that was given and the fine-tuned one. */
async function findModels(options: LanguageModelOptions): Promise<readonly [given: Found, tuned: Found]> {
  const { model, modelName, tunedName, signal } = options;
  const noModel = { why: 'no model was given; name one with --model' };
  if (modelName === undefined && tunedName === undefined) return [noModel, noModel];
  const installed = await installedModels(model, signal);
  if ('why' in installed) return [installed, installed];
  const { names } = installed;
  const has = (name: string) => names.some((one) => one === name || one === `${name}:latest`);
  const find = (name: string): Found =>
    has(name)
      ? { name }
      : { why: `"${name}" is not among the installed models (${names.join(', ') || 'none'})` };
  const noneInForce = {
    why: 'none is in force; `autorefine train model` makes one, or name one with --tuned',
  };
  const inForce = has(ownModels.current) ? { name: ownModels.current } : noneInForce;
  return [
    modelName === undefined ? noModel : find(modelName),
    tunedName === undefined ? inForce : find(tunedName),
  ];
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
