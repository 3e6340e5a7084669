import { z } from 'zod';
import { HttpProblem } from '../security/http-problem.ts';
import { foldSchema, type ScoredRewrite } from './contract.ts';
import type { RewriteToScore } from './scorer.ts';

/** What the label column of the trainer's data holds, as JSON: the posting that the prompt asks to rewrite. */
const labelSchema = z.object({ posting: z.string().min(1), fold: foldSchema.default('optimise') });

/** Marks that chat templates put around an answer. */
const templateMarks = /<\|[a-z_]+\|>|<\/?s>|<(?:start|end)_of_turn>/gi;

/**
 * Reads an OpenRLHF batch: the rewrite is what `query` has after its prompt.
 * @throws HttpProblem that names the row and the mend
 */
export function readRemoteReward(request: {
  readonly query: readonly string[];
  readonly prompts: readonly string[];
  readonly labels: readonly string[];
}): { items: RewriteToScore[]; fold: z.infer<typeof foldSchema> } {
  const { query, prompts, labels } = request;
  if (labels.length !== query.length || (prompts.length > 0 && prompts.length !== query.length)) {
    throw new HttpProblem(
      422,
      `There are ${query.length} queries, ${prompts.length} prompts and ${labels.length} labels.`,
      'Send one prompt and one label with each query; name the label column with --data.label_key.',
    );
  }
  const read = labels.map(readLabel);
  const [fold = 'optimise', ...others] = new Set(read.map((label) => label.fold));
  if (others.length > 0)
    throw new HttpProblem(422, 'One batch holds labels of two folds.', 'Send one fold a batch.');
  const items = query.map((whole, row) => {
    const prompt = prompts[row] ?? '';
    const answer = whole.startsWith(prompt) ? whole.slice(prompt.length) : whole;
    return { posting: read[row]?.posting ?? '', rewrite: answer.replace(templateMarks, '').trim() };
  });
  return { items, fold };
}

function readLabel(label: string, row: number): z.infer<typeof labelSchema> {
  try {
    return labelSchema.parse(JSON.parse(label));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    throw new HttpProblem(
      422,
      `The label of row ${row} is not the JSON that was expected.`,
      'Make it {"posting": "original text", "fold": "optimise"}.',
    );
  }
}

/** The answer: a posting that cannot be measured earns 0, which the log tells from a measured 0. */
export function remoteRewards(results: readonly ScoredRewrite[]) {
  const rewards = results.map(({ reward }) => reward ?? 0);
  const share = (status: ScoredRewrite['status']) => results.map((one) => (one.status === status ? 1 : 0));
  return {
    rewards,
    scores: rewards.map((reward) => Math.max(0, 1 + reward)),
    extra_logs: {
      refused: share('refused'),
      measured: share('scored'),
      improvement: results.map((one) =>
        one.parts && one.reward !== null ? one.reward - (one.originalReward ?? 0) : 0,
      ),
    },
  };
}
