import { EventEmitter, once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCandidateReader } from '../../sidecar/import/candidate-reader.ts';
import { claimForSample, loadSample } from '../../sidecar/market/load-sample.ts';
import type { RewriteRun } from '../../sidecar/routes/services.ts';
import { pair } from '../../sidecar/security/pair.fixture.ts';
import { serveLocally } from '../../sidecar/server.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { startServiceProcess } from './service-process.ts';
import { createTestService } from './test-service.ts';

const rewriteRequest = (token: string, signal?: AbortSignal): RequestInit => ({
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ text: 'We seek a salesman.' }),
  ...(signal ? { signal } : {}),
});

describe('a client that leaves in the middle of a rewrite', () => {
  it('cancels the work; nothing is recorded and nothing is logged as a fault', async () => {
    const events = new EventEmitter();
    const cancelled = once(events, 'cancelled');
    const service = createTestService({
      rewriter: {
        rewrite: (_request, { signal, onEvent }: RewriteRun) => {
          onEvent?.({ type: 'progress', progress: { done: 0, total: 1, message: 'working' } });
          return new Promise((_, reject) => {
            signal?.addEventListener('abort', () => {
              events.emit('cancelled');
              reject(signal.reason);
            });
          });
        },
      },
    });
    const server = await serveLocally(service.app.fetch, 0);
    try {
      const { token } = service.clients.issue('test', ['recruiter']);
      const leave = new AbortController();
      const response = await fetch(
        `http://127.0.0.1:${server.port}/v1/rewrite`,
        rewriteRequest(token, leave.signal),
      );
      const reader = response.body?.getReader();
      expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('event: progress');
      leave.abort();
      await cancelled;
      expect(service.store.rewrites.count()).toBe(0);
      expect(service.logged.filter(({ event }) => event === 'fault')).toEqual([]);
    } finally {
      await server.close();
      service.close();
    }
  });
});

describe('a sidecar killed in the middle of a rewrite', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
    const store = openStore(directory);
    const attributes = openAttributes(directory);
    claimForSample(store);
    loadSample(store, attributes, createCandidateReader());
    attributes.close();
    store.close();
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('ends the client’s stream without a result, and the next sidecar has everything', async () => {
    const before = contents(directory);
    const first = await startServiceProcess(directory);
    const token = await pair(first.url, first.code);
    // The recommender is still being built, so the rewrite is under way when the service dies.
    const response = await fetch(`${first.url}/v1/rewrite`, rewriteRequest(token));
    const body = response.text();
    const ended = expect(body).rejects.toThrow(/terminated/);
    await first.kill();
    await ended;

    const second = await startServiceProcess(directory);
    try {
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(`${second.url}/v1/statements`, { headers })).status).toBe(200);
    } finally {
      await second.kill();
    }
    expect(contents(directory)).toEqual(before);
  }, 120_000);
});

function contents(directory: string) {
  const store = openStore(directory);
  try {
    return {
      candidates: store.candidates.count(),
      postings: store.postings.count(),
      outcomes: store.outcomes.all().length,
      rewrites: store.rewrites.count(),
      problems: store.integrityProblems(),
    };
  } finally {
    store.close();
  }
}
