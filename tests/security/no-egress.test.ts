import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../../sidecar/cli.ts';
import { startSidecar } from '../../sidecar/main.ts';
import { pair } from '../../sidecar/security/pair.fixture.ts';
import { candidateOf } from '../../sidecar/storage/records.fixture.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { startServiceProcess } from './service-process.ts';
import { guardSockets, type SocketGuard } from './socket-guard.ts';

let guard: SocketGuard;
let directory: string;
beforeEach(() => {
  guard = guardSockets();
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => {
  guard.release();
  rmSync(directory, { recursive: true });
});

it('the guard itself refuses other machines, by name and by number', async () => {
  await expect(fetch('http://192.0.2.1/')).rejects.toThrow();
  await expect(fetch('https://example.com/')).rejects.toThrow();
  expect(() => get('http://198.51.100.7/')).toThrow(/only this machine/);
  expect(guard.refused).toEqual(['192.0.2.1', 'example.com', '198.51.100.7']);
});

it('the service and every command reach nothing beyond this machine', async () => {
  const data = join(directory, 'data');
  const posting = join(directory, 'posting.txt');
  const people = join(directory, 'people.csv');
  writeFileSync(posting, 'We seek a rockstar welder.');
  writeFileSync(people, 'id,text\n1,welds plates\n');
  const sidecar = await startSidecar({ dataDirectory: data, port: 0 });
  await (await fetch(`${sidecar.url}/v1/health`)).text();
  await (await fetch(`${sidecar.url}/sample`)).text();
  await sidecar.close();
  const lines = [
    ['check', posting],
    ['import', 'candidates', people],
    ['match', posting],
    ['rewrite', '--engine', 'both', posting],
    ['doctor'],
    ['export', '1'],
    ['erase', '1'],
  ];
  for (const args of lines) {
    const code = await runCommandLine([...args, '--data', data], {
      stdin: Readable.from([]),
      stdout: new PassThrough(),
      stderr: new PassThrough(),
      signal: new AbortController().signal,
      defaultDataDirectory: data,
    });
    expect([args[0], code]).toEqual([args[0], 0]);
  }
  expect(guard.refused).toEqual([]);
});

it('neither do the threads of the service', async () => {
  const data = join(directory, 'data');
  const refused = join(directory, 'refused.txt');
  const store = openStore(data);
  store.settings.update({ measuring: true, optimising: true });
  store.candidates.save(candidateOf('1', 'welds plates'), 'hash');
  store.close();
  const preload = new URL('./preload-socket-guard.mjs', import.meta.url).href;
  const service = await startServiceProcess(data, {
    NODE_OPTIONS: `--import=${preload}`,
    REFUSED_CONNECTIONS: refused,
  });
  try {
    const headers = {
      authorization: `Bearer ${await pair(service.url, service.code)}`,
      'content-type': 'application/json',
    };
    for (const path of ['/v1/match', '/v1/rewrite']) {
      const body = JSON.stringify({ text: 'We seek a salesman.', engine: 'both' });
      const response = await fetch(`${service.url}${path}`, { method: 'POST', headers, body });
      expect([path, response.status]).toEqual([path, 200]);
      await response.text();
    }
  } finally {
    await service.kill();
  }
  const lines = readFileSync(refused, 'utf8').trim().split('\n');
  expect(new Set(lines)).toEqual(new Set(['main 192.0.2.1', 'worker 192.0.2.1']));
}, 120_000);
