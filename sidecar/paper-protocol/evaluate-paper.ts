import type { Detector } from '../../shared/detection/detector.ts';
import { loadGrammarChecker } from '../../training/paper-protocol/grammar-checker.ts';
import type { PaperEvaluation } from '../../training/paper-protocol/record.ts';
import {
  type PaperProtocolOptions,
  runPaperProtocol,
} from '../../training/paper-protocol/run-paper-protocol.ts';
import { keep } from '../../training/span-policy/keep.ts';
import { createOllama, defaultOllamaUrl } from '../language-model/ollama-client.ts';
import type { RankedCandidate } from '../recommender/candidate.ts';
import { baselines, learnedMethods } from '../training-jobs/methods.ts';
import { encodersNeverSearched } from './encoders.ts';
import { languageModelMethods } from './language-model-methods.ts';
import { rememberAnswers } from './remember-answers.ts';

export interface EvaluatePaperOptions
  extends Omit<PaperProtocolOptions, 'others' | 'methods' | 'absent' | 'audit' | 'signal'> {
  readonly candidates: readonly RankedCandidate[];
  readonly detector: Detector;
  /** Model for the rows that need one. */
  readonly modelName: string | undefined;
  /** Fine-tuned model for its row; the one in force when absent. */
  readonly tunedName?: string | undefined;
  /** Embedding model of Ollama that reads the same rewrites beside the others. */
  readonly encoderName?: string | undefined;
  /** Keeps the language model's answers, so that a run that was cut off goes on. */
  readonly answersFile?: string | undefined;
  readonly ollamaUrl?: string | undefined;
  /** Processor threads of the model that is open in this process. */
  readonly threads?: number;
  readonly signal: AbortSignal;
}

/**
 * The paper's protocol with the methods and encoders of this program: the given recommender is searched, the lexical one and the
 * sentence encoder never.
 */
export async function evaluatePaper(options: EvaluatePaperOptions): Promise<PaperEvaluation> {
  const { detector, ollamaUrl = defaultOllamaUrl, threads = 1, signal } = options;
  const others = await encodersNeverSearched({ ...options, ollamaUrl });
  const check = (text: string) => detector.check(text);
  const asked = createOllama({ baseUrl: ollamaUrl });
  const model = options.answersFile === undefined ? asked : rememberAnswers(asked, options.answersFile);
  const written = await languageModelMethods({ ...options, model, ollamaUrl, threads, check });
  try {
    return await runPaperProtocol({
      ...options,
      others,
      methods: [
        { ...keep, name: 'original' },
        ...baselines.filter((method) => method !== keep),
        ...learnedMethods().methods,
        ...written.methods,
      ],
      absent: written.absent,
      audit: { findings: (text) => check(text).findings, grammar: await loadGrammarChecker(), signal },
    });
  } finally {
    await written.close();
  }
}
