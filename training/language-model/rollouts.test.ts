import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { DeployError } from './deploy.ts';
import { createOllamaSampler } from './rollouts.ts';

const { signal } = new AbortController();

/** An Ollama that answers with these statuses in turn, and with the prompt and seed it was asked with where all is well. */
async function samplerOf(...statuses: number[]) {
  const seeds: number[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { prompt, options } = JSON.parse(body);
    const status = statuses.shift() ?? 200;
    if (status === 200) seeds.push(options.seed);
    response
      .writeHead(status)
      .end(JSON.stringify(status === 200 ? { response: prompt } : { error: 'loading' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  return { seeds, sampler: createOllamaSampler({ baseUrl, model: 'm', temperature: 1, maxTokens: 9 }) };
}

it('draws so many answers to each prompt, each under a seed of its own', async () => {
  const { sampler, seeds } = await samplerOf();
  expect(await sampler.sample(['a', 'b'], 2, 5, signal)).toEqual([
    ['a', 'a'],
    ['b', 'b'],
  ]);
  expect(new Set(seeds).size).toBe(4);
});

it('asks once more after a server fault, as when the model is loaded again, and no more than that', async () => {
  const { sampler } = await samplerOf(500, 200, 503, 503);
  expect(await sampler.sample(['a'], 1, 5, signal)).toEqual([['a']]);
  const failed = sampler.sample(['a'], 1, 5, signal);
  await expect(failed).rejects.toThrow(DeployError);
  await expect(failed).rejects.toThrow(/503.*loading/);
});

it('does not repeat a request that was wrong', async () => {
  const { sampler } = await samplerOf(404);
  await expect(sampler.sample(['a'], 1, 5, signal)).rejects.toThrow(/Ollama answered 404/);
  expect(await sampler.sample(['a'], 1, 5, signal)).toEqual([['a']]);
});
