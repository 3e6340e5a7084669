import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toyMarket } from '../../training/toy-market.fixture.ts';
import { createEnvironmentApp } from './app.ts';
import { openEnvironmentResponseSchema, scoreResponseSchema } from './contract.ts';
import type { EnvironmentDependencies } from './dependencies.ts';
import { heldScorer } from './held-scorer.fixture.ts';
import { createScorer, refusedReward } from './scorer.ts';

/** "dominate" draws the first group. */
const market = toyMarket({ size: 600, seed: 1 });
const scorer = createScorer(market);
const token = 'a-token-that-is-long-enough';
const dependencies: EnvironmentDependencies = {
  scorer,
  postings: [{ id: 'p', text: 'A clerk to dominate the ledger for 40 hours.' }],
  findings: (text) => (text.includes('dominate') ? ['dominate'] : []),
  drawSeed: () => 1,
  token,
  version: '0',
  log: { write: () => undefined },
};

const posting = 'A clerk to dominate the ledger for 40 hours.';
const better = posting.replace('dominate', 'lead');
const app = createEnvironmentApp(dependencies);
const headers = {
  host: '127.0.0.1',
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
};
const post = (path: string, body: unknown, init: RequestInit = {}, to = app) =>
  to.request(`http://127.0.0.1${path}`, { method: 'POST', headers, body: JSON.stringify(body), ...init });
const score = async (items: { posting: string; rewrite: string }[], more = {}) =>
  scoreResponseSchema.parse(await (await post('/v1/environment/score', { items, ...more })).json());

describe('POST /v1/environment/score', () => {
  it('rewards a rewrite above its original, with the parts that make the reward', async () => {
    const { results, synthetic, recommender } = await score([
      { posting, rewrite: posting },
      { posting, rewrite: better },
    ]);
    expect({ synthetic, recommender }).toEqual({ synthetic: true, recommender: 'exact' });
    const [copy, lead] = results;
    expect(copy!.reward).toBe(copy!.originalReward);
    expect(lead!.reward).toBeGreaterThan(lead!.originalReward!);
    const { gap, relevanceLoss, edits } = lead!.parts!;
    expect(lead!.reward).toBeCloseTo(-gap - 0.5 * relevanceLoss - 0.003 * edits, 12);
  });

  it('refuses a changed fact and a named group below every reward, and says which', async () => {
    const { results } = await score([
      { posting, rewrite: posting.replace('40', '60') },
      { posting, rewrite: `${better} We would love to see women.` },
      { posting, rewrite: ' ' },
    ]);
    expect(results.map(({ status, reward }) => `${status} ${reward}`)).toEqual(
      Array(3).fill(`refused ${refusedReward}`),
    );
    expect(results[0]!.reason).toContain('number');
    expect(results[2]!.reason).toContain('empty');
  });

  it('lets the approved statements of the company be added, facts and all, but at most two', async () => {
    const statements = [
      'Everyone gets 30 days of leave.',
      'You may start at 7 or at 10.',
      'Desks cost $0.',
      'Ask Ann.',
    ];
    const approving = createScorer(market, [...statements, 'We would love to see women in 2030.']);
    const score = async (...added: string[]) => {
      const [result] = await approving.score([{ posting, rewrite: [better, ...added].join('\n- ') }], {
        fold: 'optimise',
        seed: 1,
        signal: new AbortController().signal,
      });
      return result!;
    };
    expect(await score(...statements.slice(0, 2))).toMatchObject({ status: 'scored' });
    expect((await score(...statements.slice(0, 1))).parts!.edits).toBeGreaterThan(
      (await score()).parts!.edits,
    );
    expect((await score(...statements.slice(0, 3))).reason).toContain('at most 2');
    expect((await score('Everyone gets 31 days of leave.')).reason).toContain('fact');
    expect((await score('We would love to see women in 2030.')).status).toBe('refused');
  });

  it('says "not enough data" of a posting that cannot be measured', async () => {
    const { results } = await score([{ posting: 'A pilot.', rewrite: 'One pilot.' }]);
    expect(results[0]).toMatchObject({ status: 'not-enough-data', reward: null });
  });

  it('is idempotent, in any batch and any instance', async () => {
    const items = [posting, better, posting.replace('ledger', 'books')].map((rewrite) => ({
      posting,
      rewrite,
    }));
    const together = await score(items, { seed: 5 });
    expect(await score(items, { seed: 5 })).toEqual(together);
    const other = await createScorer(market).score(items.slice(1, 2), {
      fold: 'optimise',
      seed: 5,
      signal: new AbortController().signal,
    });
    expect(other[0]).toEqual(together.results[1]);
  });

  it('reads the part that was asked for, and never the one that tables are made of', async () => {
    const of = async (fold: string) => (await score([{ posting, rewrite: better }], { fold })).results;
    expect(await of('optimise')).not.toEqual(await of('select'));
    const refused = await post('/v1/environment/score', {
      items: [{ posting, rewrite: better }],
      fold: 'report',
    });
    expect(refused.status).toBe(400);
  });

  it('tells no share of any group', async () => {
    const answer = await post('/v1/environment/score', { items: [{ posting, rewrite: better }] });
    expect(await answer.text()).not.toMatch(/first|second|signed|share/);
  });
});

describe('who may call', () => {
  it('nobody without the token; health alone is open', async () => {
    const without = { host: '127.0.0.1', 'content-type': 'application/json' };
    const body = JSON.stringify({ items: [{ posting, rewrite: better }] });
    for (const authorization of [undefined, 'Bearer wrong', 'Basic wrong', `Bearer ${token}x`]) {
      const given = authorization === undefined ? without : { ...without, authorization };
      const answer = await post('/v1/environment/score', null, { headers: given, body });
      expect(answer.status).toBe(401);
    }
    expect((await app.request('http://127.0.0.1/health', { headers: without })).status).toBe(200);
    expect((await app.request('http://127.0.0.1/metadata', { headers: without })).status).toBe(401);
  });

  it('a trainer that can only put the token into the address', async () => {
    const authorization = `Basic ${Buffer.from(`trainer:${token}`).toString('base64')}`;
    const answer = await app.request('http://127.0.0.1/metadata', { headers: { ...headers, authorization } });
    expect(answer.status).toBe(200);
  });

  it('no web page, and no other name of this machine', async () => {
    const at = (more: Record<string, string>) =>
      app.request('http://127.0.0.1/health', { headers: { ...headers, ...more } });
    expect((await at({ origin: 'https://example.com' })).status).toBe(403);
    expect((await at({ host: 'attacker.example' })).status).toBe(403);
  });
});

describe('POST /get_reward, the OpenRLHF form', () => {
  const label = JSON.stringify({ posting });
  it('takes the answer after the prompt, without the marks of a chat template', async () => {
    const prompt = '<|im_start|>user\nRewrite.<|im_end|>\n<|im_start|>assistant\n';
    const body = { query: [`${prompt}${better}<|im_end|>`], prompts: [prompt], labels: [label] };
    const answer = (await (await post('/get_reward', body)).json()) as {
      rewards: number[];
      scores: number[];
      extra_logs: Record<string, number[]>;
    };
    const { results } = await score([{ posting, rewrite: better }]);
    expect(answer.rewards).toEqual([results[0]!.reward]);
    expect(answer.scores[0]).toBeCloseTo(1 + results[0]!.reward!, 12);
    expect(answer.extra_logs.improvement![0]).toBeGreaterThan(0);
    expect(Object.values(answer.extra_logs).every((values) => values.length === 1)).toBe(true);
  });

  it('names what is wrong with a label, and the mend', async () => {
    const answer = await post('/get_reward', { query: ['a'], prompts: ['a'], labels: ['not JSON'] });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      detail: expect.stringContaining('row 0'),
      mend: expect.any(String),
    });
    expect((await post('/get_reward', { query: ['a', 'b'], labels: [label] })).status).toBe(422);
  });
});

describe('OpenEnv routes', () => {
  const json = async (response: Response | Promise<Response>) =>
    z.record(z.string(), z.unknown()).parse(await (await response).json());
  const get = (path: string) => app.request(`http://127.0.0.1${path}`, { headers });

  it('draws a posting by seed, and a step with it ends the episode with a reward', async () => {
    const begun = openEnvironmentResponseSchema.parse(
      await json(post('/reset', { seed: 3, episode_id: null })),
    );
    expect(begun).toMatchObject({ reward: null, done: false, observation: { findings: ['dominate'] } });
    const action = { posting: begun.observation.posting, rewrite: better };
    const ended = await json(post('/step', { action, timeout_s: 30 }));
    expect(ended).toMatchObject({ done: true, observation: { findings: [] } });
    expect(ended.reward).toBe((await score([{ posting, rewrite: better }])).results[0]!.reward);
  });

  it('describes itself: schemas, metadata, state', async () => {
    expect(await json(get('/schema'))).toMatchObject({
      action: { properties: { rewrite: expect.anything() } },
      observation: { properties: { posting: expect.anything() } },
      state: { properties: { step_count: expect.anything() } },
    });
    expect(await json(get('/state'))).toEqual({ episode_id: null, step_count: 0 });
    expect(await json(get('/metadata'))).toMatchObject({ name: 'autorefine' });
  });

  it('says how to get postings when there are none', async () => {
    const empty = createEnvironmentApp({ ...dependencies, postings: [] });
    const answer = await post('/reset', {}, {}, empty);
    expect(answer.status).toBe(409);
    expect(await json(answer)).toMatchObject({ mend: expect.stringContaining('--postings') });
  });
});

describe('under load', () => {
  const body = { items: [{ posting, rewrite: better }] };

  it('tells a trainer to wait when too much is waiting, and takes work again afterwards', async () => {
    const slow = heldScorer();
    const { running } = slow;
    const small = createEnvironmentApp({ ...dependencies, scorer: slow, limits: { waiting: 1 } });
    const first = post('/v1/environment/score', body, {}, small);
    await expect.poll(() => running.length).toBe(1);
    const second = await post('/v1/environment/score', body, {}, small);
    expect(second.status).toBe(429);
    expect(second.headers.get('retry-after')).toBe('1');
    running[0]!.release();
    expect((await first).status).toBe(200);
    const third = post('/v1/environment/score', body, {}, small);
    await expect.poll(() => running.length).toBe(2);
    running[1]!.release();
    expect((await third).status).toBe(200);
  });

  it('ends at the deadline of the request', async () => {
    const slow = heldScorer();
    const { running } = slow;
    const app = createEnvironmentApp({ ...dependencies, scorer: slow });
    const answer = await post('/v1/environment/score', { ...body, timeout: 0.01 }, {}, app);
    expect(answer.status).toBe(504);
    expect(running[0]!.signal.aborted).toBe(true);
  });

  const openRlhf = { query: [better], labels: [JSON.stringify({ posting })] };
  it.each([
    ['/v1/environment/score', body],
    ['/get_reward', openRlhf],
    ['/step', { action: { posting, rewrite: better } }],
  ])('%s ends at the limit of the service, and waits its turn like the others', async (path, sent) => {
    const slow = heldScorer();
    const hurried = createEnvironmentApp({ ...dependencies, scorer: slow, limits: { time: 10 } });
    expect((await post(path, sent, {}, hurried)).status).toBe(504);
    expect(slow.running[0]!.signal.aborted).toBe(true);
    const full = createEnvironmentApp({ ...dependencies, scorer: heldScorer(), limits: { waiting: 0 } });
    expect((await post(path, sent, {}, full)).status).toBe(429);
  });

  it('a client that goes away ends its work and frees its place', async () => {
    const slow = heldScorer();
    const { running } = slow;
    const app = createEnvironmentApp({ ...dependencies, scorer: slow, limits: { waiting: 1 } });
    const client = new AbortController();
    const gone = post('/v1/environment/score', body, { signal: client.signal }, app);
    await expect.poll(() => running.length).toBe(1);
    client.abort();
    expect((await gone).status).toBe(499);
    expect(running[0]!.signal.aborted).toBe(true);
    const next = post('/v1/environment/score', body, {}, app);
    await expect.poll(() => running.length).toBe(2);
    running[1]!.release();
    expect((await next).status).toBe(200);
  });
});
