import { createDetector } from '../../shared/detection/detector.ts';
import { curatedRewrite } from '../../shared/edits/curated-rewrite.ts';
import type { Estimate } from '../../shared/protocol/rewrite.ts';
import { type RunningServer, serveLocally } from '../../sidecar/server.ts';
import { createTestService, type TestService } from '../security/test-service.ts';

export const closer: Estimate = {
  verdict: 'closer',
  explanation: 'The list is closer to the qualified pool.',
  recommender: 'a recommender of the test',
  synthetic: true,
};

const form = `<!doctype html>
<html lang="en">
<title>New job posting</title>
<h1>New job posting</h1>
<label>Job title <input name="title" value="Sales Ninja"></label>
<h2 id="description">Job description</h2>
<div contenteditable role="textbox" aria-multiline="true" aria-labelledby="description" style="min-height: 200px; width: 600px">
<p>We want a <b>young</b> salesman for our sales team in Denver.</p>
<p>You help customers by phone and answer their questions every day.</p>
</div>
<label>Requirements <textarea rows="8" cols="80">Recent college graduate with an interest in sales
You are a native English speaker</textarea></label>
</html>`;

export interface PagesService {
  readonly service: TestService;
  readonly port: number;
  /** Address of a posting form on a server of its own. */
  readonly formUrl: string;
  /** From now on Ollama seems to offer these language models. */
  offerModels(names: readonly string[]): void;
  /** From now on rewrites wait, until the function it returns is called; `asked` settles when one waits. */
  holdRewrites(): { readonly asked: Promise<void>; release(): void };
  /** Ends the service; its data stay, and `start` brings it back on the same port. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** The real service on a free port, with curated rewrites and a fixed estimate in place of what must be fitted. */
export async function startPagesService(): Promise<PagesService> {
  const detector = createDetector();
  let models: readonly string[] = [];
  let gate: { readonly opened: Promise<void>; reached(): void } | undefined;
  const service = createTestService({
    rewriter: {
      rewrite: async ({ text }) => {
        gate?.reached();
        await gate?.opened;
        return { ...curatedRewrite(text, detector.check(text).findings), notes: [], estimate: closer };
      },
    },
    estimator: { estimate: async () => ({ ...closer, verdict: 'no-measurable-change' }) },
    models: () => models,
  });
  let server: RunningServer = await serveLocally(service.app.fetch, 0);
  const { port } = server;
  const formServer = await serveLocally(
    () => new Response(form, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }),
    0,
  );
  return {
    service,
    port,
    formUrl: `http://127.0.0.1:${formServer.port}/`,
    offerModels(names) {
      models = names;
    },
    holdRewrites() {
      let open = () => {};
      const opened = new Promise<void>((resolve) => {
        open = resolve;
      });
      const asked = new Promise<void>((resolve) => {
        gate = { opened, reached: resolve };
      });
      return {
        asked,
        release() {
          gate = undefined;
          open();
        },
      };
    },
    stop: () => server.close(),
    async start() {
      server = await serveLocally(service.app.fetch, port);
    },
    close: async () => {
      await formServer.close();
      await server.close();
      service.close();
    },
  };
}
