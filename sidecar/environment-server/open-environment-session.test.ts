import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { RunningServer } from '../server.ts';
import { createEnvironmentApp } from './app.ts';
import type { EnvironmentLimits } from './dependencies.ts';
import { heldScorer } from './held-scorer.fixture.ts';
import type { Scorer } from './scorer.ts';
import { serveEnvironment } from './serve-environment.ts';
import { type SessionReply, sessionReplySchema } from './session-contract.ts';

const token = 'a-token-that-is-long-enough';
const scored = {
  status: 'scored' as const,
  reward: -0.25,
  originalReward: -0.5,
  parts: { gap: 0.25, relevance: 1, relevanceLoss: 0, edits: 1 },
};
const ready: Scorer = {
  recommender: 'fixed',
  synthetic: true,
  score: async (items) => items.map(() => scored),
};
const postings = Array.from({ length: 50 }, (_, i) => ({ id: String(i), text: `Posting ${i} for a ninja.` }));

let server: RunningServer;
const serve = async (scorer: Scorer = ready, limits: Partial<EnvironmentLimits> = {}) => {
  const app = createEnvironmentApp({
    scorer,
    postings,
    findings: (text) => (text.includes('ninja') ? ['ninja'] : []),
    drawSeed: () => 7,
    token,
    version: '0',
    log: { write: () => undefined },
    limits,
  });
  server = await serveEnvironment(app.fetch, { host: '127.0.0.1', port: 0, allowOtherMachines: false });
};
afterEach(() => server.close());

/** A client as OpenEnv's is: the token in the address, one reply to each message. */
async function connect(password = token, headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://trainer:${password}@127.0.0.1:${server.port}/ws`, { headers });
  await once(socket, 'open');
  const ask = async (message: unknown): Promise<SessionReply> => {
    const answered = once(socket, 'message');
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
    return sessionReplySchema.parse(JSON.parse(String((await answered)[0])));
  };
  return { socket, ask };
}
const postingOf = (reply: SessionReply) =>
  reply.type === 'observation' ? reply.data.observation.posting : undefined;

describe('WebSocket of OpenEnv', () => {
  it('keeps the posting of its connection from reset to step, and tells the state', async () => {
    await serve();
    const { ask, socket } = await connect();
    const begun = await ask({ type: 'reset', data: { seed: 3, episode_id: 'e1' } });
    expect(begun).toMatchObject({
      data: { reward: null, done: false, observation: { findings: ['ninja'] } },
    });
    expect(await ask({ type: 'state' })).toEqual({
      type: 'state',
      data: { episode_id: 'e1', step_count: 0 },
    });
    const ended = await ask({ type: 'step', data: { rewrite: 'For an expert.' } });
    expect(ended).toMatchObject({ data: { reward: -0.25, done: true, observation: { findings: [] } } });
    expect(postingOf(ended)).toBe(postingOf(begun));
    expect(await ask({ type: 'state' })).toMatchObject({ data: { step_count: 1 } });
    socket.send(JSON.stringify({ type: 'close' }));
    expect((await once(socket, 'close'))[0]).toBe(1000);
  });

  it('draws by the seed of a reset, else one posting after another', async () => {
    await serve();
    const [a, b] = [await connect(), await connect()];
    const seeded = { type: 'reset', data: { seed: 11 } };
    expect(postingOf(await a.ask(seeded))).toBe(postingOf(await b.ask(seeded)));
    const drawn = new Set<unknown>();
    for (let i = 0; i < 8; i += 1) drawn.add(postingOf(await a.ask({ type: 'reset' })));
    expect(drawn.size).toBeGreaterThan(1);
  });

  it('answers a wrong message by its kind and goes on', async () => {
    await serve();
    const { ask } = await connect();
    const codeOf = async (message: unknown) => {
      const reply = await ask(message);
      return reply.type === 'error' ? reply.data.code : reply.type;
    };
    expect(await codeOf('{')).toBe('INVALID_JSON');
    expect(await codeOf({ type: 'dance' })).toBe('UNKNOWN_TYPE');
    expect(await codeOf({ type: 'step', data: { rewrite: 3 } })).toBe('VALIDATION_ERROR');
    expect(await codeOf({ type: 'step', data: { rewrite: 'no episode' } })).toBe('EXECUTION_ERROR');
    expect(await codeOf({ type: 'reset' })).toBe('observation');
  });

  it('lets nobody in without the token, and no web page', async () => {
    await serve();
    await expect(connect('wrong')).rejects.toThrow('401');
    await expect(connect(token, { origin: 'https://example.com' })).rejects.toThrow('403');
  });

  it('a trainer killed in the middle of a step costs nothing: its work ends and its place is free', async () => {
    const held = heldScorer();
    const { running } = held;
    await serve(held, { waiting: 1 });
    const killed = await connect();
    await killed.ask({ type: 'reset' });
    killed.socket.send(JSON.stringify({ type: 'step', data: { rewrite: 'a' } }));
    await expect.poll(() => running.length).toBe(1);

    const refused = await connect();
    await refused.ask({ type: 'reset' });
    expect(await refused.ask({ type: 'step', data: { rewrite: 'b' } })).toMatchObject({
      type: 'error',
      data: { code: 'CAPACITY_REACHED' },
    });

    killed.socket.terminate();
    await expect.poll(() => running[0]?.signal.aborted).toBe(true);
    refused.socket.send(JSON.stringify({ type: 'step', data: { rewrite: 'b' } }));
    await expect.poll(() => running.length).toBe(2);
  });

  it('disconnects a client that does not wait for replies', async () => {
    const never: Scorer = { ...ready, score: () => new Promise(() => undefined) };
    await serve(never, { messages: 2 });
    const { socket, ask } = await connect();
    await ask({ type: 'reset' });
    const closed = once(socket, 'close');
    for (let i = 0; i < 4; i += 1) socket.send(JSON.stringify({ type: 'step', data: { rewrite: 'a' } }));
    expect((await closed)[0]).toBe(1008);
  });
});
