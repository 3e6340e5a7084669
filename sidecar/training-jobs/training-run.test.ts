import { afterEach, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import type { TrainingEvent } from '../../shared/protocol/training-run.ts';
import { type Sidecar, startSidecar } from '../main.ts';
import { pair } from '../security/pair.fixture.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { loadSmallCompany } from './small-company.fixture.ts';

const { startTraining, stopTraining, resumeTraining, trainingRun, trainingRunEvents } = analystCalls;

let directory: string;
let sidecar: Sidecar;
let headers: Record<string, string>;

async function open(): Promise<void> {
  sidecar = await startSidecar({ dataDirectory: directory, port: 0 });
  const token = await pair(sidecar.url, sidecar.pairingCode());
  headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

beforeEach(async () => {
  directory = temporaryFolder();
  loadSmallCompany(directory);
  await open();
}, 120_000);
afterEach(() => sidecar.close());

async function send<Reply extends z.ZodType>(
  call: { method: string; status: number; reply: Reply },
  path: string,
  body?: unknown,
): Promise<z.output<Reply>> {
  const response = await fetch(sidecar.url + path, {
    method: call.method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  expect([path, response.status, text]).toEqual([path, call.status, text]);
  return call.reply.parse(JSON.parse(text));
}

/** Follows a run until `enough`, or to its end. */
async function follow(id: string, enough: (event: TrainingEvent) => boolean = () => false): Promise<void> {
  const cancel = new AbortController();
  const path = trainingRunEvents.path({ id });
  const response = await fetch(sidecar.url + path, { headers, signal: cancel.signal });
  let rest = '';
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = block.split('\n').find((line) => line.startsWith('data: '));
      const event = trainingRunEvents.reply.parse(JSON.parse((data ?? '').slice('data: '.length)));
      expect(block).toContain(`event: ${event.type}`);
      if (enough(event)) return cancel.abort();
    }
  }
}

const epoch = (least: number) => (event: TrainingEvent) =>
  event.type === 'epoch' && event.point.epoch >= least;

it('a run is started, outlives the service, is stopped and resumed, and ends as if nothing had happened', async () => {
  const options = { kind: 'policy', epochs: 5, seed: 2 } as const;
  const { id } = await send(startTraining, startTraining.path({}), options);
  await follow(id, epoch(1));

  await sidecar.close();
  await open();
  await follow(id, epoch(2));
  const stopped = await send(stopTraining, stopTraining.path({ id }));
  expect(stopped.state).toBe('stopped');
  await send(resumeTraining, resumeTraining.path({ id }));
  await follow(id);
  const resumed = await send(trainingRun, trainingRun.path({ id }));
  expect(resumed).toMatchObject({ state: 'done', options: { kind: 'policy', epochs: 5, seed: 2 } });
  // However often it was taken up again, it looked at the report part once.
  expect(resumed.record?.promotion.look).toBe(1);

  const again = await send(startTraining, startTraining.path({}), options);
  // The service answers the recruiter as before meanwhile.
  const rewrite = await fetch(`${sidecar.url}/v1/rewrite`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ text: 'We seek a salesman.' }),
  });
  expect(await rewrite.text()).toContain('event: done');
  await follow(again.id);
  const inOneGo = await send(trainingRun, trainingRun.path({ id: again.id }));
  const learned = ({ curve }: typeof resumed) =>
    curve.map(({ evaluations: _, evaluationsPerSecond: __, ...point }) => point);
  expect(learned(resumed)).toHaveLength(inOneGo.curve.length);
  expect(learned(resumed)).toEqual(learned(inOneGo));
  expect(resumed.record?.evaluation.methods).toEqual(inOneGo.record?.evaluation.methods);
  expect(inOneGo.record?.promotion.look).toBe(2);
}, 300_000);
