import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import managedSchema from '../public/managed-schema.json' with { type: 'json' };

vi.stubGlobal('chrome', fakeBrowser);
const { siteState } = await import('./sites-on.ts');
const { managed, siteChoices } = await import('../settings.ts');

beforeEach(() => fakeBrowser.reset());

const known = 'employers.indeed.com';
const other = 'jobs.example.com';

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
