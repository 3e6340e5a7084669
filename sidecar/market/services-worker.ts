import { parentPort } from 'node:worker_threads';
import { createOllama } from '../language-model/ollama-client.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import { createServices, type Services } from '../services.ts';
import { openAttributes } from '../storage/attributes.ts';
import { StorageError } from '../storage/errors.ts';
import { openStore } from '../storage/store.ts';
import { startData } from '../worker-thread.ts';
import { prepareMarket } from './prepare-market.ts';
import { type Call, callSchema, type Reply, startDataSchema } from './worker-messages.ts';

/**
 * The thread that computes, so that the service answers while a recommender is built. It has connections of its own to
 * the databases, from its first call on, and ends when its owner terminates it.
 */
const { directory, seed } = startData(startDataSchema);
let opened: Services | undefined;
function openServices(): Services {
  opened ??= createServices({
    store: openStore(directory),
    attributes: openAttributes(directory),
    languageModel: createOllama(),
    seed,
    now: () => new Date(),
    signal: new AbortController().signal,
    prepare: (run) => prepareMarket({ directory, seed }, run),
  });
  return opened;
}
const running = new Map<number, AbortController>();
const send = (reply: Reply) => parentPort?.postMessage(reply);

function run(call: Exclude<Call, { call: 'cancel' }>, signal: AbortSignal): Promise<unknown> {
  const services = openServices();
  switch (call.call) {
    case 'match':
      return services.matcher.match(call.request.text, call.request.k, signal);
    case 'rewrite':
      return services.rewriter.rewrite(call.request, {
        signal,
        onEvent: (event) => send({ reply: 'event', id: call.id, event }),
      });
    case 'estimate':
      return services.estimator.estimate(call.request, signal);
    case 'measure':
      return services.measurer.measure({
        signal,
        onProgress: (progress) =>
          send({ reply: 'event', id: call.id, event: { type: 'progress', progress } }),
      });
    case 'warm-up':
      return services.warmUp();
  }
}

parentPort?.on('message', async (message: unknown) => {
  const call = callSchema.parse(message);
  if (call.call === 'cancel') {
    running.get(call.id)?.abort();
    return;
  }
  const cancel = new AbortController();
  running.set(call.id, cancel);
  try {
    send({ reply: 'result', id: call.id, result: await run(call, cancel.signal) });
  } catch (error) {
    const mendable = error instanceof ServiceUnavailable || error instanceof StorageError;
    const message = error instanceof Error ? error.message : String(error);
    send({ reply: 'failure', id: call.id, message, ...(mendable ? { mend: error.mend } : {}) });
  } finally {
    running.delete(call.id);
  }
});
