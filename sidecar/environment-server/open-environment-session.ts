import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { EnvironmentDependencies } from './dependencies.ts';
import {
  type SessionErrorCode,
  type SessionMessage,
  type SessionReply,
  sessionMessageSchema,
} from './session-contract.ts';
import type { ScoreInTurn } from './turns.ts';
import { QueueFullError } from './work-queue.ts';

export interface SessionOptions extends Pick<EnvironmentDependencies, 'postings' | 'findings'> {
  readonly scoreInTurn: ScoreInTurn;
  /** Draws the postings of resets that name no seed. */
  readonly seed: number;
  /** Ended when the connection closes: work under way for it ends with it. */
  readonly signal: AbortSignal;
  /** Told of an error that is no fault of the client. */
  readonly onFault: (error: unknown) => void;
}

/** One connection of OpenEnv's WebSocket: a posting at a time, which one step ends. */
export interface OpenEnvironmentSession {
  /** The reply to a message; undefined when it said goodbye. Never rejects: what is wrong is the reply. */
  answer(message: string): Promise<SessionReply | undefined>;
}

interface Episode {
  readonly id: string | null;
  readonly posting: string;
  readonly steps: number;
}

/**
 * The episode that a connection keeps between its messages. Nothing outlives the connection, so a trainer that is killed
 * costs nothing.
 * Source: openenv-core 0.3, openenv/core/env_server/http_server.py and types.py.
 */
export function createOpenEnvironmentSession(options: SessionOptions): OpenEnvironmentSession {
  const { postings, findings, scoreInTurn, signal, onFault } = options;
  const random = createRandom(options.seed);
  let episode: Episode | undefined;

  const reset = ({ seed, episode_id }: Extract<SessionMessage, { type: 'reset' }>['data']): SessionReply => {
    const draw = seed == null ? random : createRandom(seed);
    const posting = postings[draw.integer(Math.max(1, postings.length))];
    if (posting === undefined) {
      throw new HttpProblem(
        409,
        'There are no postings to draw from. Start the service with --postings FILE.',
      );
    }
    episode = { id: episode_id ?? null, posting: posting.text, steps: 0 };
    const observation = { posting: posting.text, findings: [...findings(posting.text)], result: null };
    return { type: 'observation', data: { observation, reward: null, done: false } };
  };

  const step = async (action: Extract<SessionMessage, { type: 'step' }>['data']): Promise<SessionReply> => {
    const posting = action.posting ?? episode?.posting;
    if (posting === undefined) throw new HttpProblem(409, 'No episode is under way. Send reset first.');
    const { rewrite } = action;
    const [result = null] = await scoreInTurn([{ posting, rewrite }], {
      fold: 'optimise',
      seed: 1,
      client: signal,
    });
    // Counted only now: a step that could not be scored can be sent again.
    if (episode !== undefined) episode = { ...episode, steps: episode.steps + 1 };
    const observation = { posting, findings: [...findings(rewrite)], result };
    return { type: 'observation', data: { observation, reward: result?.reward ?? null, done: true } };
  };

  const act = (message: SessionMessage): SessionReply | Promise<SessionReply> | undefined => {
    switch (message.type) {
      case 'reset':
        return reset(message.data);
      case 'step':
        return step(message.data);
      case 'state':
        return {
          type: 'state',
          data: { episode_id: episode?.id ?? null, step_count: episode?.steps ?? 0 },
        };
      case 'close':
        return undefined;
    }
  };

  return {
    async answer(text) {
      try {
        return await act(sessionMessageSchema.parse(JSON.parse(text)));
      } catch (error) {
        const code = codeOf(error);
        if (code === undefined) onFault(error);
        const message = code === undefined ? 'Something went wrong inside the service.' : describe(error);
        return { type: 'error', data: { message, code: code ?? 'EXECUTION_ERROR' } };
      }
    },
  };
}

/** OpenEnv's name of what the client did wrong; undefined when it was not the client. */
function codeOf(error: unknown): SessionErrorCode | undefined {
  if (error instanceof SyntaxError) return 'INVALID_JSON';
  if (error instanceof z.ZodError) {
    return error.issues.some(({ path }) => path[0] === 'type') ? 'UNKNOWN_TYPE' : 'VALIDATION_ERROR';
  }
  if (error instanceof QueueFullError) return 'CAPACITY_REACHED';
  const expected = error instanceof HttpProblem || error instanceof DOMException;
  return expected ? 'EXECUTION_ERROR' : undefined;
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof QueueFullError)
    return 'Too much is waiting to be scored; send the same step again later.';
  if (error instanceof DOMException) return 'The time of this step is over; send it again.';
  return error instanceof Error ? error.message : 'The message cannot be read.';
}
