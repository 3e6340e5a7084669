import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rewriteSchema } from '../shared/protocol/rewrite.ts';
import { healthSchema } from '../shared/protocol/sidecar.ts';
import { type Sidecar, startSidecar } from './main.ts';
import { pair } from './security/pair.fixture.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

let directory: string;
let sidecar: Sidecar;
beforeEach(async () => {
  directory = temporaryFolder();
  sidecar = await startSidecar({ dataDirectory: directory, port: 0 });
});
afterEach(() => sidecar.close());

async function pairedHeaders() {
  const token = await pair(sidecar.url, sidecar.pairingCode());
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}

describe('startSidecar', () => {
  it('answers, pairs, rewrites as events, imports, and writes down that it ended', async () => {
    const health = healthSchema.parse(await (await fetch(`${sidecar.url}/v1/health`)).json());
    expect(health).toMatchObject({ sample: false, candidates: 0 });
    const headers = await pairedHeaders();

    const text = 'We seek a salesman for $20 an hour.';
    const body = JSON.stringify({ text });
    const stream = await (await fetch(`${sidecar.url}/v1/rewrite`, { method: 'POST', headers, body })).text();
    const events = stream
      .split('\n\n')
      .filter(Boolean)
      .map((block) => block.split('\n'));
    expect(events.map(([event]) => event)).toContain('event: edit');
    const [event, data] = events.at(-1) ?? [];
    expect(event).toBe('event: done');
    const rewrite = rewriteSchema.parse(JSON.parse((data ?? '').slice('data: '.length)));
    expect(rewrite.text).not.toContain('salesman');
    expect(rewrite.text).toContain('$20');

    const table = await fetch(`${sidecar.url}/v1/candidates`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/csv' },
      body: 'id,text\n1,welds plates\n',
    });
    expect(await table.json()).toMatchObject({ imported: 1 });
    const matched = await fetch(`${sidecar.url}/v1/match`, { method: 'POST', headers, body });
    expect(await matched.json()).toMatchObject({ candidates: [{ id: '1' }] });

    await sidecar.close();
    const log = readFileSync(join(directory, 'logs', 'sidecar.log'), 'utf8');
    expect(log).toMatch(/"event":"stopped"\}\n$/);
    expect(log).not.toMatch(/salesman|plates/);
    if (process.platform !== 'win32') {
      expect(statSync(join(directory, 'logs', 'sidecar.log')).mode & 0o777).toBe(0o600);
    }
  });

  it('refuses a second sidecar on the same folder and names the first', async () => {
    await expect(startSidecar({ dataDirectory: directory, port: 0 })).rejects.toThrow(
      /in use by another AutoRefine process \(`serve`/,
    );
  });

  it('keeps tokens over a restart', async () => {
    const headers = await pairedHeaders();
    await sidecar.close();
    sidecar = await startSidecar({ dataDirectory: directory, port: 0 });
    expect((await fetch(`${sidecar.url}/v1/statements`, { headers })).status).toBe(200);
  });

  it('shows what the sample form sent, as text', async () => {
    const form = await (await fetch(`${sidecar.url}/sample`)).text();
    expect(form).toContain('contenteditable="true"');
    const response = await fetch(`${sidecar.url}/sample`, {
      method: 'POST',
      body: new URLSearchParams({ title: '<script>alert(1)</script>', description: '<p>Café</p>' }),
    });
    const page = await response.text();
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&#60;p&#62;Café&#60;/p&#62;');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});
