import type { TokenHeads } from './value-heads.ts';

/** What a model says before one token. */
export interface TokenState {
  readonly hidden: Float32Array;
  /** Log-probability of every token of the vocabulary. */
  readonly logProbabilities: Float32Array;
}

/** A frozen model: the states before each token from `from` on, in one pass. */
export interface TokenModel {
  read(tokens: readonly number[], from: number, signal?: AbortSignal): Promise<readonly TokenState[]>;
}

export interface DecodingOptions {
  readonly prompt: readonly number[];
  /** What the answer is expected to be, such as a copy, with its end. It changes the number of passes and nothing else. */
  readonly draft: readonly number[];
  readonly end: number;
  /** Most tokens of the answer, its end not counted. */
  readonly most: number;
  readonly heads: TokenHeads;
  /** beta: 0 is the model alone. */
  readonly beta: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The most preferred answer under `softmax(logits + beta (Q - V))`, token by token. Tokens without a Q are as good as their state.
 * The draft is checked in one pass up to the first token that differs (speculative decoding, Leviathan et al., arXiv 2211.17192:
 * the result is that of single steps), so a copy with n changes takes about n + 1 passes.
 * Source: stage "deploy" of arXiv 2501.07324, `exp_adv`, there by sampling.
 */
export async function decodePerturbed(model: TokenModel, options: DecodingOptions): Promise<number[]> {
  const { prompt, end, most, heads, beta, signal } = options;
  const answer: number[] = [];
  let draft = [...options.draft];
  while (answer.length < most) {
    if (draft.length === 0) draft = [end];
    const room = draft.slice(0, most - answer.length);
    const known = [...prompt, ...answer];
    const states = await model.read([...known, ...room], known.length, signal);
    let agreed = true;
    for (const [place, expected] of room.entries()) {
      const state = states[place];
      if (state === undefined)
        throw new RangeError(`the model gave ${states.length} of ${room.length} states`);
      const token = mostPreferred(state, heads, beta);
      if (token === end) return answer;
      answer.push(token);
      if (token === expected) continue;
      draft = realigned(draft.slice(place), token);
      agreed = false;
      break;
    }
    if (agreed) draft = draft.slice(room.length);
  }
  return answer;
}

function mostPreferred({ hidden, logProbabilities }: TokenState, heads: TokenHeads, beta: number): number {
  const advantages = heads.advantages(hidden);
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let token = 0; token < logProbabilities.length; token += 1) {
    const preference = (logProbabilities[token] as number) + beta * (advantages.get(token) ?? 0);
    if (preference > highest) [best, highest] = [token, preference];
  }
  return best;
}

/** The rest of the draft after a token that it did not expect: left out when the draft has it soon, else replaced. */
function realigned(rest: readonly number[], token: number): number[] {
  const found = rest.slice(0, 6).indexOf(token);
  return rest.slice(found === -1 ? 1 : found + 1);
}
