import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createCandidateReader } from '../../sidecar/import/candidate-reader.ts';
import { createTableImporter } from '../../sidecar/import/table-importer.ts';
import { EXTENSION_ORIGIN } from '../../sidecar/security/local-requests.ts';
import { createTestService, type TestService } from './test-service.ts';

let service: TestService;
beforeEach(() => {
  service = createTestService();
});
afterEach(() => service.close());

const documentSchema = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ security: z.array(z.record(z.string(), z.array(z.string()))).optional() }),
    ),
  ),
});

/** Every operation of the OpenAPI document with the role it declares. */
async function operations() {
  const document = documentSchema.parse(await (await service.request('/v1/openapi.json')).json());
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: path.replace(/\{[^}]+\}/g, 'some-id'),
      role: operation.security?.[0]?.pairingToken?.[0],
    })),
  );
}

describe('Host', () => {
  it.each(['127.0.0.1:47821', 'localhost:47821', '[::1]:47821', '127.0.0.1'])(
    '%s is answered',
    async (host) => {
      expect((await service.request('/v1/health', { headers: { host } })).status).toBe(200);
    },
  );

  it.each(['evil.example', 'evil.example:47821', '127.0.0.1.evil.example', 'localhost.evil.example', ''])(
    'a page that points its name "%s" here (DNS rebinding) is refused',
    async (host) => {
      for (const path of ['/v1/health', '/sample', '/start', '/v1/openapi.json']) {
        expect((await service.request(path, { headers: { host } })).status).toBe(403);
      }
    },
  );
});

describe('Origin', () => {
  it('of the extension and of local tools, which send none, are answered', async () => {
    expect((await service.request('/v1/health', { headers: { origin: EXTENSION_ORIGIN } })).status).toBe(200);
    expect((await service.request('/v1/health')).status).toBe(200);
  });

  it.each([
    'https://jobs.example',
    'http://localhost:3000',
    'http://127.0.0.1:47821',
    'null',
    'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    `${EXTENSION_ORIGIN}.evil.example`,
  ])('of a page or another extension (%s) is refused, with a token too', async (origin) => {
    const analyst = service.as('analyst', 'recruiter');
    expect((await analyst('/v1/health', { headers: { origin } })).status).toBe(403);
    expect((await analyst('/v1/tokens', { headers: { origin } })).status).toBe(403);
  });

  it('never gets leave to read an answer', async () => {
    for (const origin of ['https://jobs.example', EXTENSION_ORIGIN]) {
      const response = await service.request('/v1/health', { headers: { origin } });
      expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });

  it('a form of a local page cannot send (CSRF), neither as JSON nor as plain text', async () => {
    const before = service.pairing.current();
    for (const type of ['application/json', 'text/plain']) {
      const response = await service.request('/v1/pairing', {
        method: 'POST',
        headers: { origin: 'http://localhost:3000', 'content-type': type },
        body: JSON.stringify({ code: before, client: 'page' }),
      });
      expect(response.status).toBe(403);
    }
    expect(service.pairing.current()).toBe(before);
  });
});

describe('tokens and roles', () => {
  it('every route but health and pairing declares a role, and refuses whoever has no token', async () => {
    const all = await operations();
    expect(all.length).toBeGreaterThan(30);
    for (const { method, path, role } of all) {
      if (role === undefined) {
        expect(['/v1/health', '/v1/pairing']).toContain(path);
        continue;
      }
      const headers = { 'content-type': 'application/json' };
      const body = method === 'GET' ? {} : { body: '{}' };
      const none = await service.request(path, { method, headers, ...body });
      expect([path, none.status]).toEqual([path, 401]);
      expect(none.headers.get('www-authenticate')).toBe('Bearer');
      for (const authorization of ['Bearer ', 'Bearer wrong', 'Basic abc', `Bearer ${'x'.repeat(5000)}`]) {
        const wrong = await service.request(path, {
          method,
          headers: { ...headers, authorization },
          ...body,
        });
        expect(wrong.status).toBe(401);
      }
    }
  });

  it('a recruiter gets nothing that is the analyst’s', async () => {
    const recruiter = service.as('recruiter');
    for (const { method, path, role } of await operations()) {
      if (role !== 'analyst') continue;
      const body = method === 'GET' ? {} : { body: '{}' };
      const response = await recruiter(path, {
        method,
        headers: { 'content-type': 'application/json' },
        ...body,
      });
      expect([path, response.status]).toEqual([path, 403]);
    }
  });

  it('a recruiter revokes the token of the request and no other', async () => {
    const recruiter = service.as('recruiter');
    const { id } = service.clients.issue('other', ['recruiter']);
    expect((await recruiter(`/v1/tokens/${id}`, { method: 'DELETE' })).status).toBe(403);
    expect((await recruiter('/v1/tokens/current', { method: 'DELETE' })).status).toBe(204);
    expect((await recruiter('/v1/statements')).status).toBe(401);
  });

  it('are kept as hashes only, and a list shows neither', async () => {
    const { token } = service.clients.issue('kept', ['analyst']);
    const stored = service.store.tokens.live();
    expect(JSON.stringify(stored)).not.toContain(token);
    const list = await (await service.as('analyst')('/v1/tokens')).text();
    for (const { hash } of stored) expect(list).not.toContain(hash);
  });
});

describe('pairing', () => {
  const pair = (code: string) => service.request('/v1/pairing', service.json({ code, client: 'extension' }));

  it('gives a token with both roles for the code, once', async () => {
    const code = service.pairing.current();
    const response = await pair(code.toLowerCase());
    const { token, role } = await response.json();
    expect([response.status, role]).toEqual([200, 'analyst']);
    const paired = await service.request('/v1/audit-log', { headers: { authorization: `Bearer ${token}` } });
    expect(await paired.json()).toMatchObject({ entries: [{ actor: 'extension', action: 'paired' }] });
    expect((await pair(code)).status).toBe(403);
  });

  it('refuses an expired code', async () => {
    const code = service.pairing.current();
    service.passTime(10 * 60 * 1000);
    expect((await pair(code)).status).toBe(403);
    expect(service.pairing.current()).not.toBe(code);
  });

  it('after five wrong tries voids the code and makes everyone wait a minute', async () => {
    const code = service.pairing.current();
    for (let tried = 0; tried < 5; tried += 1) expect((await pair('AAAAAAAA')).status).toBe(403);
    const locked = await pair(code);
    expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '60']);
    service.passTime(60_000);
    expect((await pair(code)).status).toBe(403);
    expect((await pair(service.pairing.current())).status).toBe(200);
  });
});

describe('bodies', () => {
  const bytesOf = (size: number) => JSON.stringify({ text: 'x'.repeat(size - 11) });

  it('of one posting may have 1 MiB and no byte more', async () => {
    const recruiter = service.as('recruiter');
    const send = (size: number) =>
      recruiter('/v1/rewrite', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: bytesOf(size),
      });
    expect((await send(1024 * 1024)).status).toBe(200);
    const refused = await send(1024 * 1024 + 1);
    expect([refused.status, refused.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  });

  it('that are malformed UTF-8, no JSON, of another type or empty are refused with a problem', async () => {
    const recruiter = service.as('recruiter');
    const send = (body: BodyInit, type = 'application/json') =>
      recruiter('/v1/decisions', { method: 'POST', headers: { 'content-type': type }, body });
    const malformed = Buffer.from('{"decisions":[{"postingId":"\xff\xfe"}]}', 'latin1');
    expect((await send(malformed)).status).toBe(400);
    expect((await send('{')).status).toBe(400);
    expect((await send('')).status).toBe(400);
    expect((await send('[]')).status).toBe(400);
    expect((await send('{"decisions":[]}', 'text/plain')).status).toBe(415);
  });

  it('with an empty posting are refused with what to do', async () => {
    const response = await service.as('recruiter')('/v1/rewrite', service.json({ text: ' \n ' }));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      detail: 'The posting is empty.',
      mend: expect.any(String),
    });
  });
});

describe('any input', () => {
  it('on any operation gets an answer below 500', async () => {
    service.store.settings.update({ measuring: true, optimising: true });
    const all = await operations();
    const both = service.as('recruiter', 'analyst');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(
        { text: 'welder' },
        { original: 'a', rewritten: 'b' },
        { kind: 'policy', epochs: 2 },
        { kind: 'model', base: 'none' },
        { kind: 'candidates', format: 'csv', head: 'id,text\n1,"open' },
        { kind: 'outcomes', format: 'jsonl', head: '{"stage":\u0000}' },
        { confirm: 'some-id' },
      ),
    );
    const segment = fc.constantFrom(
      '',
      '/..%2f..%2fetc%2fpasswd',
      '/%00',
      "/'; DROP TABLE tokens; --",
      '?format=exe',
      '?limit=-1',
      '?limit=1e99&before=x',
      '?before=9007199254740993',
      '?dryRun=perhaps',
      '?dryRun=true&map=text',
      '?map=a=b&map=a=b&map=',
    );
    // Mostly JSON, so that most bodies come through to the route.
    const types = fc.constantFrom('application/json', 'application/json', 'text/csv', 'application/x-ndjson');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...all),
        value,
        segment,
        types,
        async ({ method, path }, body, suffix, type) => {
          const headers = { 'content-type': type };
          const init = method === 'GET' ? { method } : { ...service.json(body, method), headers };
          expect((await both(path + encodeURI(suffix), init)).status).toBeLessThan(500);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('as a table is imported or refused with a reason', async () => {
    service.close();
    const reader = createCandidateReader();
    service = createTestService({
      importer: {
        importTable: (body, table) =>
          createTableImporter({ store: service.store, reader }).importTable(body, table),
      },
    });
    const analyst = service.as('analyst');
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 200 }),
      fc.string({ minLength: 1 }).map((text) => new TextEncoder().encode(`id,text\n1,${text}`)),
      fc.constant(new TextEncoder().encode('%PDF-1.7')),
    );
    const types = fc.constantFrom('text/csv', 'application/x-ndjson');
    const paths = fc.constantFrom(
      '/v1/candidates',
      '/v1/candidates?map=text=id',
      '/v1/outcomes',
      '/v1/outcomes?dryRun=true',
    );
    await fc.assert(
      fc.asyncProperty(paths, types, bytes, async (path, type, body) => {
        const headers = { 'content-type': type };
        const response = await analyst(path, { method: 'POST', headers, body: Buffer.from(body) });
        expect([200, 422]).toContain(response.status);
      }),
      { numRuns: 60 },
    );
  });

  it('nested a hundred thousand deep is refused, and none of it breaks the service', async () => {
    const both = service.as('recruiter', 'analyst');
    const depth = 100_000;
    const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const objects = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    for (const value of [nested, objects]) {
      for (const [path, body] of [
        ['/v1/rewrite', `{"text":${value}}`],
        ['/v1/decisions', value],
        ['/v1/match', `{"text":"welder","k":${value}}`],
      ] as const) {
        const headers = { 'content-type': 'application/json' };
        expect([path, (await both(path, { method: 'POST', headers, body })).status]).toEqual([path, 400]);
      }
    }
    expect((await both('/v1/statements')).status).toBe(200);
  });

  it('with the names of an object’s own machinery as columns is a table like any other', async () => {
    const analyst = service.as('analyst');
    const heads = [
      'csv:__proto__,constructor,id,text\n1,2,3,welds\n',
      'jsonl:{"__proto__":{"text":"x"},"constructor":1,"id":"3","text":"welds"}\n',
    ];
    for (const one of heads) {
      const [format, head] = [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 1)];
      const preview = service.json({ kind: 'candidates', format, head });
      const response = await analyst('/v1/imports/preview', preview);
      expect([response.status, await response.json()]).toMatchObject([200, { records: 1, problems: [] }]);
    }
    expect(({} as Record<string, unknown>).text).toBeUndefined();
  });

  it('as a path never leaves the service', async () => {
    for (const path of [
      '/../package.json',
      '/sample/../../package.json',
      '/sample/%2e%2e/main.ts',
      '/..%2f..%2fetc/passwd',
    ]) {
      expect((await service.request(path)).status).toBe(404);
    }
  });

  it('as a statement id is data, never SQL', async () => {
    const analyst = service.as('analyst', 'recruiter');
    const id = encodeURIComponent("x'); DROP TABLE statements; --");
    const statement = { text: 'We offer flexible hours.', topic: 'flexible-hours' };
    expect((await analyst(`/v1/statements/${id}`, service.json(statement, 'PUT'))).status).toBe(200);
    const { statements } = await (await analyst('/v1/statements')).json();
    expect(statements).toEqual([{ id: "x'); DROP TABLE statements; --", ...statement }]);
  });
});

describe('faults', () => {
  it('inside the service are logged without a word of the text, and answered without detail', async () => {
    service.close();
    const secret = 'Candidate Jane Roe, 5 Elm Street';
    service = createTestService({
      matcher: {
        match: async () => {
          throw new Error(`no row for ${secret}`);
        },
      },
    });
    const response = await service.as('analyst')('/v1/match', service.json({ text: secret }));
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('Jane');
    expect(JSON.stringify(service.logged)).not.toContain('Jane');
    expect(service.logged).toContainEqual(
      expect.objectContaining({ event: 'fault', route: '/v1/match', error: 'Error' }),
    );
  });

  it('no request logs its path, its query or its body', async () => {
    const both = service.as('recruiter', 'analyst');
    await both('/v1/statements/jane-roe', { method: 'DELETE' });
    await both('/v1/report?format=jane-roe');
    await both('/jane-roe');
    await both('/v1/rewrite', service.json({ text: 'jane-roe' }));
    expect(service.logged.length).toBe(4);
    expect(JSON.stringify(service.logged)).not.toContain('jane-roe');
  });
});
