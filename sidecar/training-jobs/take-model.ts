import { rmSync, statSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRandom } from '../../shared/random.ts';
import { type ModelFile, openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { fileDigest } from '../../training/language-model/deploy.ts';
import { importAdapter } from '../../training/language-model/import-adapter.ts';
import { judgeRewards, mean, measureRewards } from '../../training/language-model/measure-rewards.ts';
import { writeMergedModel } from '../../training/language-model/merge.ts';
import { createTokenizer } from '../../training/language-model/tokenizer.ts';
import { hashPostings, keepModel, type ModelTrainingResult } from './keep-model.ts';
import type { OllamaEngine } from './model-engine.ts';
import { leastTasks, type ModelTaskOptions, splitModelTasks } from './model-tasks.ts';
import { ModelTrainingError } from './model-training-error.ts';

export interface ModelTakingOptions extends ModelTaskOptions {
  readonly engine: OllamaEngine;
  /** Name of the model it was trained from. */
  readonly base: string;
  /** A PEFT folder, or a whole model as one .gguf file. */
  readonly source: string;
  readonly directory: string;
  readonly today: string;
  readonly signal: AbortSignal;
}

/**
 * Takes in a model that another trainer made: the same checks, merge, gate and deployment as one that was trained here.
 * @throws AdapterError, GgufError when it is damaged or of another base; ModelTrainingError with too few sentences.
 */
export async function takeModel(options: ModelTakingOptions): Promise<ModelTrainingResult> {
  const { engine, directory, source, seed, signal, pass } = options;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const base = openModelFile(engine.base.path);
  const merged = join(directory, 'taken.gguf');
  try {
    const path = await wholeModel(base, source, merged, signal);
    // Nothing is learned here, so nothing is practised.
    const { report, select } = splitModelTasks(base, { ...options, rules: [] });
    if (Math.min(report.length, select.length) < leastTasks)
      throw new ModelTrainingError(
        `There are ${select.length} and ${report.length} flagged sentences to judge it by; each part needs at least ${leastTasks}. Import more past postings.`,
      );
    const tokenizer = createTokenizer(base.gguf.metadata);
    const longest = pass.predictions - 1;
    const ofBase = engine.serveBase(tokenizer, longest);
    const before = {
      select: await measureRewards(ofBase, select, seed, signal),
      report: await measureRewards(ofBase, report, seed, signal),
    };
    const taken = await engine.serveFile(path, tokenizer, longest);
    const after = {
      select: await measureRewards(taken, select, seed, signal),
      report: await measureRewards(taken, report, seed, signal),
    };
    const random = createRandom(seed);
    const record = {
      seed,
      tasks: { train: 0, select: select.length, report: report.length },
      curve: [],
      bestRound: 0,
      select: { base: mean(before.select), tuned: mean(after.select) },
      ...(await judgeRewards({ base: before.report, tuned: after.report, tasks: report, random, signal })),
    };
    return await keepModel(record, {
      engine,
      directory,
      today: options.today,
      base: options.base,
      baseDigest: await fileDigest(engine.base.path),
      path: () => path,
      data: { postings: options.postings.length, hash: hashPostings(options.postings) },
      listMeasured: options.listGain !== undefined,
      files: {},
    });
  } finally {
    base.close();
    rmSync(merged, { force: true });
    await engine.close();
  }
}

async function wholeModel(
  base: ModelFile,
  source: string,
  merged: string,
  signal: AbortSignal,
): Promise<string> {
  if (!statSync(source).isDirectory()) {
    requireSameWords(base, source);
    return source;
  }
  const [config, tensors] = await Promise.all([
    readFile(join(source, 'adapter_config.json'), 'utf8'),
    readFile(join(source, 'adapter_model.safetensors')),
  ]);
  const { adapters, rank, alpha } = importAdapter(base.configuration, { config, tensors });
  writeMergedModel(base, {
    adapters: new Map(adapters),
    rank,
    adapterScale: alpha / rank,
    type: 'Q8_0',
    path: merged,
    signal,
  });
  return merged;
}

/** The same text must mean the same to both, or the comparison is with another question. */
function requireSameWords(base: ModelFile, source: string): void {
  const taken = openModelFile(source);
  try {
    const words = (file: ModelFile) => {
      const tokens = file.gguf.metadata.get('tokenizer.ggml.tokens');
      return tokens?.type === 'array' ? tokens.value.join('\n') : '';
    };
    if (words(taken) !== words(base))
      throw new ModelTrainingError(
        `${source} has another vocabulary than its base; name the model it was trained from with --base.`,
      );
  } finally {
    taken.close();
  }
}
