import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What Ollama's part in training is asked for; the test decides what it answers to each prompt. */
export interface StandInTrainer {
  readonly baseUrl: string;
  /** Names of the models that were created or copied and not deleted since. */
  readonly models: ReadonlySet<string>;
  /** How often a model was created: the first time before anything is learned. */
  readonly creations: number;
  close(): Promise<void>;
}

/** A server that speaks Ollama's protocol for show, generate, blobs, create, copy and delete, with one base model. */
export async function startStandInTrainer(
  modelPath: string,
  answer: (request: { readonly prompt: string }) => string,
): Promise<StandInTrainer> {
  const models = new Set<string>();
  let creations = 0;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const reply = (status: number, body: object = {}) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (request.url?.startsWith('/api/blobs/')) return reply(request.method === 'HEAD' ? 404 : 201);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (request.url === '/api/show')
      return body.model === 'tiny' ? reply(200, { modelfile: `FROM ${modelPath}` }) : reply(404);
    if (request.url === '/api/generate') return reply(200, { response: answer(body) });
    if (request.url === '/api/create') {
      models.add(body.model);
      creations += 1;
    }
    if (request.url === '/api/copy') models.add(body.destination);
    if (request.url === '/api/delete') models.delete(body.model);
    return reply(200);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    models,
    get creations() {
      return creations;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
