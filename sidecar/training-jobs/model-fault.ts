import { DeployError } from '../../training/language-model/deploy.ts';
import { GgufError } from '../../training/language-model/gguf/metadata.ts';
import { AdapterError } from '../../training/language-model/import-adapter.ts';
import { LanguageModelError } from '../language-model/language-model-error.ts';
import { ModelTrainingError } from './model-training-error.ts';

/** Why a model could not be trained, in words that say what to do. */
export interface ModelFault {
  readonly cause: 'input' | 'missing service';
  readonly message: string;
}

/** @returns undefined for a fault of ours */
export function modelFault(error: unknown, ollamaUrl: string): ModelFault | undefined {
  if (error instanceof ModelTrainingError || error instanceof GgufError || error instanceof AdapterError)
    return { cause: 'input', message: error.message };
  if (error instanceof DeployError || error instanceof LanguageModelError)
    return { cause: 'missing service', message: error.message };
  // What fetch throws before an answer began.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return {
      cause: 'missing service',
      message: `Ollama does not answer at ${ollamaUrl}. Start it (https://ollama.com) and try again.`,
    };
  return undefined;
}
