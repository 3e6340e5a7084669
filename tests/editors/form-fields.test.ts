import { expect, test } from 'vitest';
import type { ApplyResult, FieldState } from '../../extension/messages.ts';
import { readCard } from './card-probe.ts';
import { serveFixturePages } from './fixture-pages.ts';
import type { EditorFixture } from './fixtures/fixture.ts';
import { leading } from './fixtures/fixtures.ts';
import { type EditorSession, editOf } from './session.ts';

/** A posting form of many fields: which of them belong to the posting, in which language, and who may correct that. */
const region = (id: string, label: string, html: string, more = '') =>
  `<div id="${id}" contenteditable="true" role="textbox" aria-label="${label}" ${more} style="min-height: 60px">${html}</div>`;

const german =
  'Wir suchen einen Salesman, der mit den Fahrern die Touren plant und unsere Kunden gern betreut. A ninja.';

/** A rich field of a posting form that nothing says is part of the posting, or is not. */
const welcome = 'Hello, ninja.';

const form: EditorFixture = {
  ...leading.contentEditable,
  name: 'form of many fields',
  body: `
    <label>Job title <input name="title" value="Salesman"></label>
    ${region('editor', 'Job description', '')}
    ${region('requirements', 'Requirements', '<p>You are a rockstar.</p>')}
    ${region('german', 'About us', `<p>${german}</p>`)}
    <label>Salary range <input name="pay" value="$50,000 to $60,000 a year"></label>
    <label>Location <input name="place" value="Denver"></label>
    <iframe id="sandboxed" title="Benefits" sandbox="allow-scripts" style="width: 700px; height: 140px" srcdoc='<h1>New job posting</h1><label>Benefits <textarea rows="4" cols="60">Perks for a ninja.</textarea></label>'></iframe>
    <iframe id="blank" title="What we offer" style="width: 700px; height: 140px"></iframe>
    ${region('left-alone', 'Job description', '<p>A ninja.</p>', 'data-gramm="false"')}
    <label>Search <input type="search" value="ninja"></label>
    <label>Password <input type="password" value="ninja"></label>
    <label>Message to the candidate <textarea>A ninja.</textarea></label>
    <label>Internal notes <textarea>A ninja.</textarea></label>
    <label>Card number <input autocomplete="cc-number" value="ninja"></label>
    <div id="plain" contenteditable="true" role="textbox" aria-label="Words of welcome" style="min-height: 60px"><p>${welcome}</p></div>`,
  script: `${leading.contentEditable.script}
    const blank = document.querySelector('#blank').contentDocument;
    blank.body.setAttribute('contenteditable', 'true');
    blank.body.innerHTML = '<p>We offer a rockstar team.</p>';`,
};

/** A step of a form that a style alone brings into view, after everything has been looked at once. */
const laterStep: EditorFixture = {
  ...leading.contentEditable,
  name: 'step shown later',
  body: `<div id="step" style="display: none">${region('editor', 'Job description', '')}</div>`,
  script: `${leading.contentEditable.script}
    addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {
      document.querySelector('#step').style.display = 'block';
    })));`,
};

/** A second step that a style brings into view while the first is being worked on. */
const secondStep: EditorFixture = {
  ...leading.contentEditable,
  name: 'second step',
  body: `${region('editor', 'Job description', '')}
    <div id="second" style="display: none">${region('requirements', 'Requirements', '<p>You are a rockstar.</p>')}</div>`,
};

const pages = serveFixturePages([form, laterStep, secondStep]);

const fieldsOf = ({ send }: EditorSession) => send<FieldState[]>({ type: 'command/report-fields' });
const texts = (fields: readonly FieldState[], role: FieldState['role']) =>
  fields.filter((field) => field.role === role).map(({ text }) => text);

test('title, sections, pay and place are gathered, over frames; what is private is not looked at', async () => {
  const session = await pages.open(form);
  const fields = await fieldsOf(session);
  expect(texts(fields, 'title')).toEqual(['Salesman']);
  expect(texts(fields, 'body')).toEqual([expect.stringContaining('salesman joins'), welcome]);
  expect(texts(fields, 'section')).toEqual(['You are a rockstar.', german, 'We offer a rockstar team.']);
  expect(texts(fields, 'pay')).toEqual(['$50,000 to $60,000 a year']);
  expect(texts(fields, 'location')).toEqual(['Denver']);
  expect(fields).toHaveLength(8);
  expect(fields.find(({ role }) => role === 'title')?.check.findings.map(({ text }) => text)).toEqual([
    'Salesman',
  ]);
  await session.close();
});

test('a step that a style alone brings into view is found while the form is open', async () => {
  const session = await pages.open(secondStep);
  const sections = async () => texts(await fieldsOf(session), 'section');
  expect(await sections()).toEqual([]);
  await session.page.locator('#second').evaluate((step) => {
    step.style.display = 'block';
  });
  await expect.poll(sections, { timeout: 10_000 }).toEqual(['You are a rockstar.']);
  await session.close();
});

test('a card closes when the focus goes to another field, and leaves the focus there', async () => {
  const session = await pages.open(form);
  const { page } = session;
  await session.editable.locator('strong').click();
  const name = async () => (await readCard(page)).name;
  await expect.poll(name, { timeout: 10_000 }).toBeDefined();
  await page.locator('input[name="pay"]').focus();
  await expect.poll(name, { timeout: 10_000 }).toBeUndefined();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('pay');
  await session.close();
});

test('a frame of another origin has a marker of its own, and the panel hears of both', async () => {
  const session = await pages.open(form);
  const worker = await pages.browser.worker();
  const heard = () =>
    worker.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
      const answers = await Promise.all(
        [
          ...new Set(
            (
              await chrome.scripting.executeScript({
                target: { tabId: tab?.id ?? -1, allFrames: true },
                func: () => 0,
              })
            ).map(({ frameId }) => frameId),
          ),
        ].map((frameId) =>
          chrome.tabs
            .sendMessage(tab?.id ?? -1, { type: 'command/report-fields' }, { frameId })
            .catch(() => []),
        ),
      );
      return answers.flat().flatMap((field) => (field ? [String(field.text)] : []));
    }, session.page.url());
  await expect.poll(heard, { timeout: 10_000 }).toContain('Perks for a ninja.');
  expect(await heard()).toContain('Salesman');
  await session.close();
});

test('a field that a style alone brings into view is found', async () => {
  const session = await pages.open(laterStep);
  expect((await session.field()).check.findings.length).toBeGreaterThan(0);
  await session.close();
});

test('text in another language is told as such and gets no marks', async () => {
  const session = await pages.open(form);
  const field = (await fieldsOf(session)).find(({ text }) => text === german);
  expect(field).toMatchObject({ english: false, check: { findings: [] } });
  await session.close();
});

test('the user’s correction takes a field out of the posting, and holds after a reload', async () => {
  const session = await pages.open(form);
  const { page } = session;
  await page.locator('#plain').click();
  const chosen = await (await pages.browser.worker()).evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    return chrome.tabs.sendMessage(
      tab?.id ?? -1,
      { type: 'command/choose-field', role: 'none' },
      { frameId: 0 },
    );
  }, page.url());
  expect(chosen).toMatchObject({ role: 'none' });
  // As the worker keeps it when the panel or popup asks.
  await (await pages.browser.worker()).evaluate(
    (choice) => chrome.storage.local.set({ 'field-choices': { '127.0.0.1': [choice] } }),
    chosen,
  );
  const read = async () => (await fieldsOf(session).catch(() => [])).map(({ text }) => text);
  const expectWithout = async () => {
    await expect.poll(read, { timeout: 10_000 }).toContain('You are a rockstar.');
    await expect.poll(read, { timeout: 10_000 }).not.toContain(welcome);
  };
  await expectWithout();
  await page.reload();
  await expectWithout();
  await (await pages.browser.worker()).evaluate(() => chrome.storage.local.remove('field-choices'));
  await session.close();
});

test('next and previous go from mark to mark over the fields, around at the ends', async () => {
  const session = await pages.open(form);
  const { page } = session;
  await page.bringToFront();
  const name = async () => (await readCard(page)).name;
  const go = async (command: 'next-mark' | 'previous-mark') => {
    const before = await name();
    await pages.browser.command(command);
    await expect.poll(name, { timeout: 5_000 }).not.toBe(before);
    return name();
  };
  const first = await go('next-mark');
  expect(first).toContain('Salesman');
  const second = await go('next-mark');
  expect(second).not.toBe(first);
  expect(await go('previous-mark')).toBe(first);
  expect(await go('previous-mark')).not.toBe(first);
  expect(await go('next-mark')).toBe(first);
  await session.close();
});

test('a change in one field of the form leaves the others as they are', async () => {
  const session = await pages.open(form);
  const fields = await fieldsOf(session);
  const field = fields.find(({ text }) => text === 'We offer a rockstar team.');
  if (!field) throw new Error('The frame without an address was not read.');
  const { fieldId, revision, text } = field;
  const edits = [editOf(text, 'rockstar', 'strong')];
  const result = await session.send<ApplyResult>({ type: 'command/apply', fieldId, revision, edits });
  expect(result.notApplied).toEqual([]);
  const after = await fieldsOf(session);
  expect(after.map((one) => one.text)).toEqual(
    fields.map((one) => (one.fieldId === fieldId ? 'We offer a strong team.' : one.text)),
  );
  await session.close();
});
