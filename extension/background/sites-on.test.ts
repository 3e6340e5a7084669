import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import managedSchema from '../public/managed-schema.json' with { type: 'json' };

/** What the browser permits: what the manifest asks for, and what the user was asked for in the test. */
let permitted: string[];
const permissions = {
  contains: async ({ origins }: { origins: string[] }) =>
    origins.every((origin) => permitted.includes(origin)),
  getAll: async () => ({ origins: permitted }),
  remove: async ({ origins }: { origins: string[] }) => {
    permitted = permitted.filter((origin) => !origins.includes(origin));
    return true;
  },
};
let registered: { id: string; matches: string[] }[];
const scripting = {
  getRegisteredContentScripts: async () => registered,
  unregisterContentScripts: async () => {
    registered = [];
  },
  registerContentScripts: async (scripts: typeof registered) => {
    if (registered.length > 0) throw new Error('Duplicate script ID.');
    registered = scripts;
  },
};
const tabs = { query: async () => [] };
vi.stubGlobal('chrome', { ...fakeBrowser, permissions, scripting, tabs });
const { siteOf, siteRows, switchOnPermitted, switchSite } = await import('./sites-on.ts');
const { managed, rulePacks, siteChoices } = await import('../settings.ts');

const known = 'employers.indeed.com';
const other = 'jobs.example.com';
const originOfOther = `https://${other}/*`;
const siteState = async (host: string | undefined) => (await siteOf(host)).site;

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  permitted = [`https://${known}/*`, originOfOther];
});

test('known job sites are on, others off, until the user says otherwise', async () => {
  expect([await siteState(known), await siteState(other), await siteState(undefined)]).toEqual([
    'on',
    'off',
    'unsupported',
  ]);
  await siteChoices.set({ [known]: false, [other]: true });
  expect([await siteState(known), await siteState(other)]).toEqual(['off', 'on']);
});

test('what the company fixed comes before what the user chose', async () => {
  await siteChoices.set({ [known]: true, [other]: false });
  await managed.sitesOff.set([known]);
  await managed.sitesOn.set([other]);
  expect([await siteState(known), await siteState(other)]).toEqual(['off', 'on']);
});

test('a company’s setting of another shape is as if it were not there', async () => {
  await managed.sitesOff.set(known as unknown as string[]);
  expect(await siteState(known)).toBe('on');
});

test('the schema that Chrome gets names exactly the company’s settings', () => {
  expect(Object.keys(managedSchema.properties).sort()).toEqual(Object.keys(managed).sort());
});

test('nothing is on without the browser’s permission, whoever wants it', async () => {
  permitted = [];
  await siteChoices.set({ [known]: true });
  await managed.sitesOn.set([other]);
  expect([await siteState(known), await siteState(other)]).toEqual(['off', 'off']);
  expect((await siteOf(other)).company).toBe('on');
});

describe('a site that a rule pack names', () => {
  const site = {
    name: 'Our careers pages',
    host: '*.example.com',
    paths: ['/new'],
    editor: 'unknown',
    confidence: 'high' as const,
    evidence: 'We made it.',
  };
  const origin = 'https://*.example.com/*';
  beforeEach(() => rulePacks.set([{ name: 'Ours', sites: [site] }]));

  test('is off until the browser is asked for all of it, then on', async () => {
    permitted = [];
    expect(await siteOf(other)).toEqual({ site: 'off', origin, company: 'lists' });
    permitted = [origin, originOfOther];
    await switchOnPermitted([origin]);
    expect(await siteOf(other)).toEqual({ site: 'on', origin, company: 'lists' });
    expect(registered).toMatchObject([{ matches: [origin] }]);
  });

  test('can be off for one host of it', async () => {
    permitted = [origin, originOfOther];
    await switchSite(other, false);
    expect([await siteState(other), await siteState('*.example.com')]).toEqual(['off', 'on']);
  });

  test('stands in the list of sites under its name, before what the user switched', async () => {
    await siteChoices.set({ [known]: false });
    expect((await siteRows()).map(({ host, name }) => [host, name])).toEqual([
      ['*.example.com', 'Our careers pages'],
      [known, undefined],
    ]);
  });
});

test('a site that is switched off gives its permission back, and is registered no more', async () => {
  await switchSite(other, true);
  expect(registered).toMatchObject([{ matches: [originOfOther] }]);
  await switchSite(other, false);
  expect(permitted).toEqual([`https://${known}/*`]);
  expect(registered).toEqual([]);
});

test('switching two sites at once registers both', async () => {
  permitted.push('https://other.example/*');
  await Promise.all([switchOnPermitted([originOfOther]), switchOnPermitted(['https://other.example/*'])]);
  expect(registered).toHaveLength(1);
});

test('permission for every site switches none on', async () => {
  await switchOnPermitted(['https://*/*']);
  expect(await siteChoices.get()).toEqual({});
});
