import { copyFileSync } from 'node:fs';
import {
  deployModel,
  fileDigest,
  findModelFile,
  type InstalledModelFile,
  removeModel,
} from '../../training/language-model/deploy.ts';
import type { Learner } from '../../training/language-model/learner.ts';
import { createLearnerSampler } from '../../training/language-model/learner-sampler.ts';
import { createOllamaSampler, type Sampler } from '../../training/language-model/rollouts.ts';
import type { Tokenizer } from '../../training/language-model/tokenizer.ts';
import { ownModels } from '../language-model/choose-model.ts';
import { answerFormat } from '../language-model/prompt.ts';

/** Where a training run takes its base from, draws its answers from, and leaves what it made. The owner closes it. */
export interface ModelEngine {
  readonly base: InstalledModelFile;
  /** Whether answers are those of the file that is written, which is coarser than what was trained. */
  readonly quantises: boolean;
  /** Answers of the model as it stands now; `merge` writes it and says where. */
  serve(learner: Learner, merge: () => string): Promise<Sampler>;
  /** Keeps a written model under a name. @returns the file's SHA-256. */
  keep(name: string, path: string): Promise<string>;
  close(): Promise<void>;
}

/** Ollama also serves files that were made elsewhere, and the base itself. */
export interface OllamaEngine extends ModelEngine {
  serveFile(path: string, tokenizer: Tokenizer, maxTokens: number): Promise<Sampler>;
  serveBase(tokenizer: Tokenizer, maxTokens: number): Sampler;
}

const temperature = 0.8;
const longestAnswer = (learner: Learner) => learner.pass.predictions - 1;

/** The model that serves answers while training runs; it is removed at the end. */
const workingName = `${ownModels.family}training`;

function samplerOf(baseUrl: string, model: string, tokenizer: Tokenizer, maxTokens: number): Sampler {
  return createOllamaSampler({
    baseUrl,
    model,
    temperature,
    maxTokens,
    format: answerFormat,
    stop: tokenizer.ends.map((end) => tokenizer.decode([end])),
  });
}

/** Answers are those of the quantised model that Ollama serves, so what quantising loses is lost in the rewards too. */
export async function openOllamaEngine(
  baseUrl: string,
  model: string,
  signal: AbortSignal,
): Promise<OllamaEngine> {
  const base = await findModelFile(baseUrl, model, signal);
  const deploy = (name: string, path: string) => {
    const { template, licence } = base;
    return deployModel({
      ...{ baseUrl, name, path, signal },
      ...(template ? { template } : {}),
      ...(licence ? { licence } : {}),
    });
  };
  return {
    base,
    quantises: true,
    serve: async (learner, merge) => {
      await deploy(workingName, merge());
      return samplerOf(baseUrl, workingName, learner.tokenizer, longestAnswer(learner));
    },
    serveFile: async (path, tokenizer, maxTokens) => {
      await deploy(workingName, path);
      return samplerOf(baseUrl, workingName, tokenizer, maxTokens);
    },
    serveBase: (tokenizer, maxTokens) => samplerOf(baseUrl, model, tokenizer, maxTokens),
    keep: deploy,
    close: () => removeModel(baseUrl, workingName).catch(() => undefined),
  };
}

/** Without Ollama: a model file, answers of the float model in this process, and a file as the result. */
export function openFileEngine(path: string, pathOf: (name: string) => string): ModelEngine {
  return {
    base: { path },
    quantises: false,
    serve: async (learner) =>
      createLearnerSampler(learner, { temperature, maxTokens: longestAnswer(learner) }),
    keep: (name, written) => {
      copyFileSync(written, pathOf(name));
      return fileDigest(written);
    },
    close: async () => {},
  };
}
