import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import type { CompanySettings } from '../../shared/protocol/company-data.ts';
import type { TableImport } from '../../sidecar/routes/services.ts';
import { policyKind, runIdOf, runKind } from '../../sidecar/storage/policy-kinds.ts';
import { candidateOf } from '../../sidecar/storage/records.fixture.ts';
import { savePolicy } from '../../training/span-policy/saved-policy.ts';
import { createTestService, type TestService } from './test-service.ts';

let service: TestService;
let analyst: ReturnType<TestService['as']>;
const open = (overrides: Parameters<typeof createTestService>[0] = {}) => {
  service = createTestService(overrides);
  analyst = service.as('analyst');
};
beforeEach(() => open());
afterEach(() => service.close());

const actions = () => service.store.auditLog.page(50).map(({ action, actor }) => `${actor}: ${action}`);

describe('the table of calls', () => {
  it('is what the service serves: method, path and role of every call', async () => {
    const { paths } = await (await service.request('/v1/openapi.json')).json();
    for (const { method, route, role } of Object.values(analystCalls)) {
      expect([route, paths[`/v1${route}`]?.[method]?.security]).toEqual([route, [{ pairingToken: [role] }]]);
    }
  });
});

describe('settings', () => {
  const chosen: CompanySettings = {
    measuring: true,
    optimising: false,
    exploring: true,
    retentionDays: 400,
    jurisdictions: ['US'],
    nightlyTraining: { on: true, hour: 3 },
  };

  it('are off until chosen, replaced as a whole, and noted', async () => {
    const read = async () => analystCalls.settings.reply.parse(await (await analyst('/v1/settings')).json());
    expect(await read()).toEqual({
      measuring: false,
      optimising: false,
      exploring: false,
      retentionDays: null,
      jurisdictions: [],
      nightlyTraining: { on: false, hour: 2 },
    });
    const saved = await analyst('/v1/settings', service.json(chosen, 'PUT'));
    expect([saved.status, await saved.json()]).toEqual([200, chosen]);
    await analyst('/v1/settings', service.json({ ...chosen, retentionDays: null }, 'PUT'));
    expect(await read()).toEqual({ ...chosen, retentionDays: null });
    expect(actions()).toEqual(['test: settings-changed', 'test: settings-changed']);
  });

  it.each([{ hour: 24 }, { retentionDays: 0 }, { measuring: 'yes' }])(
    'with %o are refused',
    async (wrong) => {
      const { hour = 3, ...rest } = wrong as { hour?: number };
      const body = { ...chosen, ...rest, nightlyTraining: { on: true, hour } };
      expect((await analyst('/v1/settings', service.json(body, 'PUT'))).status).toBe(400);
      expect(service.store.settings.read().measuring).toBe(false);
    },
  );
});

describe('rule packs', () => {
  it('are told to whoever is paired, in the order in which they are merged', async () => {
    service.store.rulePacks.save({ name: 'First', disable: ['age/young'] });
    service.store.rulePacks.save({ name: 'Second' });
    const told = await service.as('recruiter')('/v1/rule-packs');
    expect(analystCalls.rulePacks.reply.parse(await told.json())).toEqual({
      packs: [{ name: 'First', disable: ['age/young'] }, { name: 'Second' }],
    });
    expect((await service.request('/v1/rule-packs')).status).toBe(401);
  });
});

describe('imports', () => {
  const csv = (body: string) => ({ method: 'POST', headers: { 'content-type': 'text/csv' }, body });
  let taken: TableImport[];
  beforeEach(() => {
    service.close();
    taken = [];
    open({
      importer: {
        importTable: async (_body, table) => {
          taken.push(table);
          return { imported: 2, updated: 0, unchanged: 0, rejected: [{ line: 3, why: 'no text' }] };
        },
      },
    });
  });

  it('take the columns chosen by hand, and say what was rejected', async () => {
    const path = analystCalls.importCandidates.path({ map: ['text=About', 'skills=Can'] });
    const response = await analyst(path, csv('id,About\n'));
    expect(await response.json()).toMatchObject({ imported: 2, rejected: [{ line: 3, why: 'no text' }] });
    const single = analystCalls.importCandidates.path({ map: 'text=About' });
    await analyst(single, { ...csv('{}'), headers: { 'content-type': 'application/x-ndjson' } });
    expect(taken).toMatchObject([
      { kind: 'candidates', format: 'csv', map: ['text=About', 'skills=Can'], dryRun: false },
      { kind: 'candidates', format: 'jsonl', map: ['text=About'] },
    ]);
    expect(actions()).toEqual(['test: imported', 'test: imported']);
  });

  it('leave no trace of a dry run, also over the sample company, which no real table joins', async () => {
    service.store.settings.update({ sample: true });
    const dry = analystCalls.importOutcomes.path({ dryRun: 'true' });
    expect((await analyst(dry, csv('id\n'))).status).toBe(200);
    expect(actions()).toEqual([]);
    const refused = await analyst('/v1/outcomes', csv('id\n'));
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { mend: expect.stringContaining('--replace-sample') },
    ]);
    expect(taken).toMatchObject([{ kind: 'outcomes', dryRun: true }]);
  });

  it('are previewed, with a problem document for a column that is not there', async () => {
    const head = 'id,resume,gender\n1,welds pipes,x\n';
    const ask = (map: string[]) =>
      analyst('/v1/imports/preview', service.json({ kind: 'candidates', format: 'csv', head, map }));
    const preview = analystCalls.previewImport.reply.parse(await (await ask([])).json());
    expect(preview.columns.map(({ field }) => field)).toEqual(['externalId', 'text', null]);
    const refused = await ask(['text=Hat']);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('"Hat"') });
  });

  it('of anything but a table are refused', async () => {
    expect((await analyst('/v1/candidates', service.json({}))).status).toBe(415);
    expect((await analyst('/v1/candidates', { method: 'POST' })).status).toBe(415);
  });
});

describe('a person', () => {
  const erased = { people: 1, folders: ['data'], unreachable: [], stale: [] };
  let asked: string[][];
  beforeEach(() => {
    service.close();
    asked = [];
    open({
      keeper: {
        person: (id) => (id === 'c 1' ? { outcomes: [], selfReports: [] } : undefined),
        erase: async (ids) => {
          asked.push([...ids]);
          return { ...erased, people: ids.includes('c 1') ? 1 : 0 };
        },
        backUp: async () => ({ path: 'backup' }),
        backups: () => [{ path: 'backup' }],
      },
    });
  });
  const erase = (confirm: string, id = 'c 1') =>
    analyst(analystCalls.erasePerson.path({ id }), service.json({ confirm }, 'DELETE'));

  it('gets a copy of everything kept', async () => {
    expect((await analyst(analystCalls.person.path({ id: 'c 1' }))).status).toBe(200);
    expect((await analyst(analystCalls.person.path({ id: 'c 2' }))).status).toBe(404);
    expect(actions()).toEqual(['test: exported']);
  });

  it('is erased only by the id typed again', async () => {
    expect((await erase('c1')).status).toBe(422);
    expect(asked).toEqual([]);
    expect(await (await erase('c 1')).json()).toEqual(erased);
    expect((await erase('c 2', 'c 2')).status).toBe(404);
    expect(actions()).toEqual(['test: erased']);
    expect(JSON.stringify(service.store.auditLog.page(9))).not.toContain('c 1');
  });

  it('is not erased while a training run has read everyone', async () => {
    service.store.settings.update({ measuring: true, optimising: true });
    const { id } = await (await analyst('/v1/training-runs', service.json({ kind: 'policy' }))).json();
    expect((await erase('c 1')).status).toBe(409);
    expect((await analyst(`/v1/training-runs/${id}/stop`, { method: 'POST' })).status).toBe(200);
    expect((await erase('c 1')).status).toBe(200);
  });

  it('is found past the retention time, and erased on demand', async () => {
    expect(await (await analyst('/v1/retention')).json()).toMatchObject({ due: 0 });
    const none = await analyst('/v1/retention/erase-expired', { method: 'POST' });
    expect([await none.json(), asked]).toEqual([{ ...erased, people: 0, folders: [] }, []]);
    service.store.candidates.save(candidateOf('c 1', 'welds'), 'hash');
    service.store.settings.setRetention(1);
    service.passTime(Date.now() + 3 * 24 * 60 * 60 * 1000 - Date.parse('2024-05-01T10:00:00Z'));
    expect(await (await analyst('/v1/retention')).json()).toMatchObject({ due: 1 });
    expect((await analyst('/v1/retention/erase-expired', { method: 'POST' })).status).toBe(200);
    expect(asked).toEqual([['c 1']]);
  });

  it('is in the backups, which are made and listed', async () => {
    const made = await analyst('/v1/backups', { method: 'POST' });
    expect([made.status, await made.json()]).toEqual([201, { path: 'backup' }]);
    expect(await (await analyst('/v1/backups')).json()).toEqual({ backups: [{ path: 'backup' }] });
    expect(actions()).toEqual(['test: backed-up']);
  });
});

describe('training runs', () => {
  it('are refused while a switch is off, and queue no second one', async () => {
    const start = () => analyst('/v1/training-runs', service.json({ kind: 'policy', epochs: 3 }));
    const refused = await start();
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { detail: 'Measuring is switched off for this company.' },
    ]);
    service.store.settings.update({ measuring: true, optimising: true });
    expect((await start()).status).toBe(202);
    expect((await start()).status).toBe(409);
    const { runs } = analystCalls.trainingRuns.reply.parse(await (await analyst('/v1/training-runs')).json());
    expect(runs).toMatchObject([{ id: 'run-1', options: { epochs: 3, refinement: 'rloo' } }]);
  });

  it('that are not there are not found', async () => {
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/events'],
      ['POST', '/stop'],
      ['POST', '/resume'],
    ]) {
      expect((await analyst(`/v1/training-runs/run-9${path}`, { method: method as string })).status).toBe(
        404,
      );
    }
  });
});

describe('policies', () => {
  const content = savePolicy({
    effects: { dimensions: [], edits: {}, occupations: {} },
    weights: { 'keep masculine/salesman': -1, curated: 1 },
  });
  const check = { check: 'the excess gap falls', found: 'gender: p 0.4' };
  const train = (id: string, passed: boolean) => {
    const promotion = {
      ...{ method: 'amortised', look: 1, level: 0.025, promoted: passed },
      checks: [{ ...check, passed }],
    };
    service.store.policies.save(id, policyKind, content);
    service.store.policies.save(runIdOf(id), runKind, { promotion });
  };
  const list = async (response: Response) => {
    const { policies } = analystCalls.policies.reply.parse(await response.json());
    return policies.map(({ id, inForce, promotable }) => ({ id, inForce, promotable }));
  };
  const post = (path: string) => analyst(path, { method: 'POST' });

  it('say in plain words what they prefer', async () => {
    train('policy-a', true);
    const { policies } = analystCalls.policies.reply.parse(await (await analyst('/v1/policies')).json());
    expect(policies[0]?.preferences.length).toBeGreaterThan(0);
    for (const preference of policies[0]?.preferences ?? []) {
      expect(preference).toMatchObject({ ruleId: 'masculine/salesman', choice: 'replace' });
      expect(preference.sentence).toMatch(/^prefers “.+” over “.+”$/);
    }
  });

  it('are put in force only when they passed every check', async () => {
    train('policy-a', false);
    const refused = await post('/v1/policies/policy-a/promote');
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { detail: expect.stringContaining('the excess gap falls (gender: p 0.4)') },
    ]);
    expect(service.store.policies.promotions(policyKind)).toEqual([]);
    expect((await post('/v1/policies/policy-z/promote')).status).toBe(404);
  });

  it('are promoted, rolled back, and promoted again: that is the undo', async () => {
    train('policy-a', true);
    expect(await list(await post('/v1/policies/policy-a/promote'))).toEqual([
      { id: 'policy-a', inForce: true, promotable: false },
    ]);
    expect((await post('/v1/policies/policy-a/promote')).status).toBe(409);
    expect(await list(await post('/v1/policies/roll-back'))).toEqual([
      { id: 'policy-a', inForce: false, promotable: true },
    ]);
    expect((await post('/v1/policies/roll-back')).status).toBe(409);
    expect((await post('/v1/policies/policy-a/promote')).status).toBe(200);
    expect(actions()).toEqual(['test: promoted', 'test: rolled-back', 'test: promoted']);
  });
});
