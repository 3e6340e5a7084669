import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hashText } from '../../shared/hash.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { candidatesAtHand } from './candidate-source.ts';
import { describeRecommender, madeUpCandidates } from './contract.fixture.ts';
import { createRecommender, openRecommender } from './create-recommender.ts';
import { termsOf } from './terms.ts';

const dimensions = 64;
let server: Server;
let url: string;
let embedded: string[];

/** A stand-in for Ollama that embeds a text as counts of its words, each at the place of its hash. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const { input } = JSON.parse(body) as { input: string[] };
    embedded.push(...input);
    const embeddings = input.map((text) => {
      const counts = Array.from({ length: dimensions }, () => 0.01);
      for (const term of termsOf(text)) {
        const place = Number.parseInt(hashText(term).slice(0, 6), 16) % dimensions;
        counts[place] = (counts[place] ?? 0) + 1;
      }
      return counts;
    });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ embeddings }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  embedded = [];
});
const choiceOf = (address = url) => ({
  kind: 'ollama' as const,
  model: 'small',
  url: address,
  allowOtherHost: false,
});

describeRecommender(
  'ollama',
  async (candidates) => (await createRecommender({ candidates, seed: 1, choice: choiceOf() })).recommender,
);

describe('vectors of a model of Ollama', () => {
  const candidates = madeUpCandidates(30);
  let store: Store;
  beforeEach(() => {
    ({ store } = openTemporaryStore());
    for (const { id, text } of candidates) {
      const qualification = { occupations: [], skills: [], licences: [] };
      store.candidates.save({ externalId: id, text, skills: [], licences: [], qualification }, text);
    }
  });
  const open = (state = store.candidates.state()) => {
    const people = store.candidates
      .everyone()
      .people.map(({ externalId, text }) => ({ id: externalId, text }));
    return openRecommender({
      people: { ...candidatesAtHand(people), state },
      choice: choiceOf(),
      qualifications: [],
      embeddings: store.candidateVectors,
      seed: 1,
    });
  };

  test('are kept: only who came or changed is embedded at the next start, and the scores are the same', async () => {
    const texts = ['Chef\nMenus for banquets.'];
    const first = await (await open()).recommender.score(texts);
    const whole = embedded.length;
    embedded = [];
    const second = await (await open()).recommender.score(texts);
    expect(second).toEqual(first);
    expect(embedded.length).toBeLessThan(whole / 5);
    const qualification = { occupations: [], skills: [], licences: [] };
    const changed = {
      externalId: 'candidate-3',
      text: 'Baker\nBread.',
      skills: [],
      licences: [],
      qualification,
    };
    store.candidates.save(changed, 'changed');
    embedded = [];
    const { recommender } = await open();
    expect(embedded).toEqual(['dimensions', 'Baker', 'Bread.']);
    expect(recommender.name).toBe('hybrid (lexical (BM25) + dense (small by Ollama))');
  });

  test('of a pool that changed meanwhile are not kept', async () => {
    await open('another state');
    expect(store.candidateVectors.read('small by Ollama').size).toBe(0);
  });

  test('go with the person', async () => {
    await open();
    expect(store.candidateVectors.read('small by Ollama').size).toBe(30);
    store.candidates.remove('candidate-3');
    expect(store.candidateVectors.read('small by Ollama').has('candidate-3')).toBe(false);
    expect(store.candidateVectors.read('small by Ollama').size).toBe(29);
  });

  test('are not had from a server that is gone, which is said with the mend, nor from another machine', async () => {
    const gone = createRecommender({ candidates, seed: 1, choice: choiceOf('http://127.0.0.1:9') });
    await expect(gone).rejects.toThrow(ServiceUnavailable);
    await expect(gone).rejects.toMatchObject({ mend: expect.stringContaining('ollama pull small') });
    const other = createRecommender({ candidates, seed: 1, choice: choiceOf('http://10.0.0.1') });
    await expect(other).rejects.toThrow(/another machine/);
  });
});
