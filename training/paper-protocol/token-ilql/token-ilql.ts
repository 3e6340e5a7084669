import { wordDiff } from '../../../shared/edits/word-diff.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Random } from '../../../shared/random.ts';
import { keepAll } from '../../actions.ts';
import type { PostingTask } from '../../environment.ts';
import type { TrainingGround } from '../../evaluation/evaluate.ts';
import type { WritingTrainer } from '../run-paper-protocol.ts';
import { drawVariant, type FlaggedSentence, flaggedSentences, sentenceAfter } from './flagged-sentences.ts';
import type { OpenTokenModel } from './open-token-model.ts';
import { decodePerturbed } from './perturbed-decoding.ts';
import { learnTokenHeads, type TokenQOptions, type TokenTrajectory } from './value-heads.ts';

export interface TokenIlqlOptions extends TokenQOptions {
  /** Sentences that are logged, and answers logged of each, the copy among them. */
  readonly sentences?: number;
  readonly variants?: number;
  /** beta of the paper's configuration for the same kind of posting. */
  readonly beta?: number;
}

/** The paper's rewards go from 0 to -100. */
const rewardScale = 100;

/** What the model sees; the examples stand in for the paper's fine-tuning on copies. */
const frame = (sentence: string) =>
  [
    'Each sentence of a job posting is written again with the same facts.',
    ...['We ship our product every second Friday.', 'You report to the head of finance.'].map(copyOf),
    ...[['You dominate the market.', 'You lead the market.'] as const].map(
      ([before, after]) => `Sentence: ${before}\nAgain: ${after}`,
    ),
    `Sentence: ${sentence}\nAgain:`,
  ].join('\n');
const copyOf = (sentence: string) => `Sentence: ${sentence}\nAgain: ${sentence}`;

/**
 * The paper's own method at the size of this machine: Q and V heads on a frozen language model, learned from logged rewrites of
 * sentences, and answers decoded under `softmax(logits + beta (Q - V))`. Unlike the paper's one copy a posting the logs cover
 * several wordings. Nothing guards the facts of what it writes.
 */
export function tokenIlql(model: OpenTokenModel, options: TokenIlqlOptions = {}): WritingTrainer {
  const { beta = 8 } = options;
  const { tokenizer, pass } = model;
  const end = tokenizer.encode('\n').at(-1) ?? 0;
  const promptOf = (sentence: string) => [
    ...(tokenizer.beginning === undefined ? [] : [tokenizer.beginning]),
    ...tokenizer.encode(frame(sentence)),
  ];
  const answerOf = (sentence: string) => [...tokenizer.encode(` ${sentence}`), end];
  const fits = (sentence: string) => {
    const answer = answerOf(sentence).length;
    return answer < pass.predictions / 2 && promptOf(sentence).length + 2 * answer < pass.tokens;
  };

  return {
    name: 'token-ilql',
    async train(ground) {
      const logged = await logSentences(ground, options, fits);
      const trajectories: TokenTrajectory[] = [];
      for (const { sentence, answer, reward } of logged) {
        const prompt = promptOf(sentence);
        const tokens = answerOf(answer);
        const states = await model.read([...prompt, ...tokens], prompt.length, ground.signal);
        trajectories.push({ states: states.map(({ hidden }) => hidden), tokens, reward });
      }
      const heads = learnTokenHeads(trajectories, ground.random.fork('heads'), {
        ...options,
        signal: ground.signal,
      });
      const write = async ({ start, text }: FlaggedSentence, signal?: AbortSignal): Promise<Edit[]> => {
        const draft = answerOf(text);
        const decoding = { prompt: promptOf(text), draft, end, most: 2 * draft.length, heads, beta, signal };
        const answer = tokenizer.decode(await decodePerturbed(model, decoding)).trim();
        if (answer === '') return [];
        return wordDiff(text, answer, 'model').map((edit) => ({
          ...edit,
          start: edit.start + start,
          end: edit.end + start,
        }));
      };
      return {
        name: 'token-ilql',
        async rewrite({ space }, signal) {
          const edits: Edit[] = [];
          for (const sentence of flaggedSentences(space)) {
            if (fits(sentence.text)) edits.push(...(await write(sentence, signal)));
          }
          return edits;
        },
      };
    },
  };
}

interface LoggedSentence {
  readonly sentence: string;
  readonly answer: string;
  /** Reward of the posting with this sentence changed, less that of the original. */
  readonly reward: number;
}

async function logSentences(
  { optimise, postings, random, signal }: TrainingGround,
  { sentences = 24, variants = 4 }: TokenIlqlOptions,
  fits: (sentence: string) => boolean,
): Promise<LoggedSentence[]> {
  const logged: LoggedSentence[] = [];
  let left = sentences;
  for (const task of random.fork('order').shuffle(postings)) {
    const flagged = flaggedSentences(task.space).filter(({ text }) => fits(text));
    const episode = left > 0 && flagged.length > 0 ? await optimise.open(task, signal) : undefined;
    if (episode === undefined) continue;
    for (const sentence of flagged.slice(0, left)) {
      left -= 1;
      const choices = drawDistinct(task, sentence, variants, random.fork(`${task.id} ${sentence.start}`));
      const scored = await episode.score(choices, signal);
      choices.forEach((choice, i) => {
        logged.push({
          sentence: sentence.text,
          answer: sentenceAfter(task.space, sentence, choice),
          reward: rewardScale * ((scored[i]?.reward ?? 0) - episode.original.reward),
        });
      });
    }
  }
  return logged;
}

/** The copy and up to `count - 1` other wordings. */
function drawDistinct({ space }: PostingTask, sentence: FlaggedSentence, count: number, random: Random) {
  const drawn = new Map([[keepAll(space).join(), keepAll(space) as readonly number[]]]);
  for (let i = 1; i < count; i += 1) {
    const choice = drawVariant(space, sentence, random);
    drawn.set(choice.join(), choice);
  }
  return [...drawn.values()];
}
