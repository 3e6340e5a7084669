import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import type { RankedCandidate } from './candidate.ts';
import { describeRecommender } from './contract.fixture.ts';
import { createExternalRecommender, externalRequestSchema } from './external.ts';
import { termsOf } from './terms.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

type Handler = (body: string, response: ServerResponse, request: IncomingMessage) => void;

async function serve(handle: Handler): Promise<string> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += String(part);
    response.setHeader('content-type', 'application/json');
    handle(body, response, request);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/rank`;
}

/** A company's recommender that knows its candidates by id and ranks them by shared words. */
const sharedWords =
  (candidates: readonly RankedCandidate[]): Handler =>
  (body, response) => {
    const { texts, candidateIds } = externalRequestSchema.parse(JSON.parse(body));
    const words = new Map(candidates.map(({ id, text }) => [id, new Set(termsOf(text))]));
    const rankings = texts.map((text) => {
      const asked = termsOf(text);
      const shared = (id: string) => asked.filter((word) => words.get(id)?.has(word)).length;
      return candidateIds.toSorted((a, b) => shared(b) - shared(a) || (a < b ? -1 : 1));
    });
    response.end(JSON.stringify({ rankings }));
  };

describeRecommender('external', async (candidates) =>
  createExternalRecommender({
    url: await serve(sharedWords(candidates)),
    candidateIds: candidates.map(({ id }) => id),
  }),
);

describe('createExternalRecommender', () => {
  const candidateIds = ['b', 'a', 'c'];
  const answering = (answer: unknown) => serve((_, response) => response.end(JSON.stringify(answer)));

  test('sends texts and ids alone, and scores by place', async () => {
    const asked: unknown[] = [];
    const url = await serve((body, response, request) => {
      asked.push(JSON.parse(body), request.headers.authorization);
      response.end(JSON.stringify({ rankings: [['c', 'b', 'a']] }));
    });
    const recommender = createExternalRecommender({ url, candidateIds, token: 'secret' });
    expect(await recommender.score(['Welder'])).toEqual([Float32Array.of(2, 1, 3)]);
    expect(asked).toEqual([{ texts: ['Welder'], candidateIds: ['a', 'b', 'c'] }, 'Bearer secret']);
    expect(recommender.name).toBe(`external (${new URL(url).origin})`);
  });

  test('who is not on a list shares the last place', async () => {
    const url = await answering({ rankings: [['a']] });
    const [scores] = await createExternalRecommender({ url, candidateIds }).score(['x']);
    expect(scores).toEqual(Float32Array.of(0, 1, 0));
  });

  test('asks for at most 32 texts at a time and keeps their order', async () => {
    const sizes: number[] = [];
    const url = await serve((body, response) => {
      const { texts } = externalRequestSchema.parse(JSON.parse(body));
      sizes.push(texts.length);
      response.end(JSON.stringify({ rankings: texts.map((text) => [text]) }));
    });
    const texts = Array.from({ length: 70 }, (_, i) => candidateIds[i % 3] ?? '');
    const scores = await createExternalRecommender({ url, candidateIds }).score(texts);
    expect(sizes).toEqual([32, 32, 6]);
    expect(scores.map((column) => candidateIds[column.indexOf(1)])).toEqual(texts);
  });

  test.each([
    ['an unknown id', { rankings: [['z']] }, /ranked "z", who was not asked about/],
    ['an id twice', { rankings: [['a', 'a']] }, /ranked "a" twice/],
    ['too few lists', { rankings: [] }, /0 rankings for 1 texts/],
    ['another form', { ranking: ['a'] }, /another form \(rankings/],
  ])('%s is refused', async (_, answer, message) => {
    const url = await answering(answer);
    await expect(createExternalRecommender({ url, candidateIds }).score(['x'])).rejects.toThrow(message);
  });

  test.each<[string, Handler, RegExp]>([
    ['a fault', (_, response) => response.writeHead(500).end(), /status 500/],
    ['no JSON', (_, response) => response.end('<html>'), /not JSON/],
    ['a redirect', (_, response) => response.writeHead(307, { location: '/' }).end(), /redirect/],
  ])('%s is told with the mend', async (_, handle, message) => {
    const url = await serve(handle);
    const asking = createExternalRecommender({ url, candidateIds }).score(['x']);
    await expect(asking).rejects.toThrow(message);
    await expect(asking).rejects.toHaveProperty('mend', expect.stringMatching(/choose the embedded/));
  });

  test('one that does not answer in time or is not there is told', async () => {
    const silent = await serve(() => undefined);
    const slow = createExternalRecommender({ url: silent, candidateIds, timeLimit: 20 });
    await expect(slow.score(['x'])).rejects.toThrow(/longer than 20 ms/);
    const gone = await serve(() => undefined);
    servers.pop()?.close();
    await expect(createExternalRecommender({ url: gone, candidateIds }).score(['x'])).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });

  test('a request under way ends with its signal', async () => {
    const abort = new AbortController();
    const url = await serve(() => abort.abort());
    const asking = createExternalRecommender({ url, candidateIds }).score(['x'], abort.signal);
    await expect(asking).rejects.toThrow(/abort/i);
  });

  test('another machine needs a yes', () => {
    const url = 'http://10.0.0.7/rank';
    expect(() => createExternalRecommender({ url, candidateIds })).toThrow(/10\.0\.0\.7.*another machine/);
    expect(createExternalRecommender({ url, candidateIds, allowOtherHost: true }).size).toBe(3);
  });
});
