import { beforeAll, expect, test } from 'vitest';
import { storeSetting } from '../e2e/settings.ts';
import { readCard } from './card-probe.ts';
import { serveFixturePages } from './fixture-pages.ts';
import type { EditorFixture } from './fixtures/fixture.ts';
import { leading } from './fixtures/fixtures.ts';

/** A page that means harm: it gets no token and no data of candidates, and it can neither act for the user nor hang us. */
const token = 'token-that-no-page-may-see';

const flood: EditorFixture = {
  ...leading.contentEditable,
  name: 'flood of fields',
  script: `${leading.contentEditable.script}
    const many = document.createDocumentFragment();
    for (let i = 0; i < 10_000; i += 1) {
      const field = document.createElement('textarea');
      field.setAttribute('aria-label', 'Job description');
      field.value = 'A ninja, a rockstar.';
      many.append(field);
    }
    document.querySelector('#form').append(many);`,
};

/** Inputs whose names stand before the form's own properties: walks up and down the tree would never end. */
const clobbered: EditorFixture = {
  ...leading.contentEditable,
  name: 'clobbered form',
  body: `${[
    'parentElement',
    'parentNode',
    'previousElementSibling',
    'nodeType',
    'localName',
    'ownerDocument',
    'matches',
    'closest',
    'querySelector',
    'textContent',
    'shadowRoot',
    'getRootNode',
    'getBoundingClientRect',
    'isContentEditable',
    'children',
    'contains',
  ]
    .map((name) => `<input name="${name}" type="hidden">`)
    .join('')}<textarea id="editor" name="description" aria-labelledby="label" rows="8"></textarea>`,
  script: "document.querySelector('#editor').value = plainContent;",
  plain: true,
};

/** Changes what the page's own objects do before anything else runs, and listens to all that is said aloud. */
const polluted: EditorFixture = {
  ...leading.tinymce6React,
  name: 'polluted prototypes',
  head: `<script>
    globalThis.heard = [];
    const hear = (what) => { try { heard.push(JSON.stringify(what) ?? String(what)); } catch { heard.push(String(what)); } };
    for (const [owner, name] of [[JSON, 'parse'], [JSON, 'stringify'], [Array.prototype, 'map'], [Promise.prototype, 'then'], [Map.prototype, 'set'], [window, 'fetch']]) {
      const own = owner[name];
      owner[name] = function (...given) { if (given.some((one) => typeof one === 'string' && one.includes('token'))) hear(given); return own.apply(this, given); };
    }
    for (const name of ['token', 'pairing', 'ok', 'success', 'type', 'done', 'sender'])
      Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set(value) { hear([name, value]); Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });
    addEventListener('message', (event) => hear(event.data));
  </script>${leading.tinymce6React.head}`,
};

const pages = serveFixturePages([...Object.values(leading), flood, clobbered, polluted]);
beforeAll(async () => {
  await storeSetting(pages.browser, 'pairing', { token, role: 'analyst' });
});

test('10,000 fields: the posting is marked, a bounded number is opened, and the page answers', async () => {
  const session = await pages.open(flood);
  const fields = await session.send<readonly unknown[]>({ type: 'command/report-fields' });
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.length).toBeLessThanOrEqual(60);
  expect((await session.apply('salesman', 'salesperson')).notApplied).toEqual([]);
  expect(await session.html()).toContain('salesperson');
  await session.close();
});

test('a form whose inputs shadow its own properties is marked and changed like any other', async () => {
  const session = await pages.open(clobbered);
  expect((await session.field()).check.findings.map(({ text }) => text)).toContain('salesman');
  expect((await session.apply('salesman', 'salesperson')).notApplied).toEqual([]);
  await session.close();
});

test('look-alike messages and events start nothing', async () => {
  const session = await pages.open(leading.contentEditable);
  const { page, html } = session;
  const before = await html();
  const reached = await page.evaluate(async (extension) => {
    const commands = [
      'command/open-card',
      'command/apply',
      'command/stop',
      'frame/settings',
      'page/statements',
      'page/report',
      'page/unpair',
      'page/health',
    ];
    for (const type of commands) {
      window.postMessage({ type, fieldId: 'field-1', revision: 1, edits: [] }, '*');
      for (const target of [window, document, document.querySelector('#editor')])
        target?.dispatchEvent(new CustomEvent(type, { detail: { type }, bubbles: true }));
    }
    for (const type of ['pointerdown', 'mousedown', 'click', 'keydown', 'focusin', 'wxt:locationchange'])
      document
        .querySelector('#editor strong')
        ?.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    const runtime = (globalThis as { chrome?: typeof chrome }).chrome?.runtime;
    const answer = await new Promise((resolve) => {
      if (!runtime?.sendMessage) return resolve('no way to ask');
      runtime.sendMessage(extension, { type: 'page/health' }, (reply: unknown) =>
        resolve(reply ?? 'no answer'),
      );
    });
    const file = await fetch(`chrome-extension://${extension}/options.html`).then(
      () => 'read',
      () => 'refused',
    );
    return { answer, file };
  }, 'gnmhicgcoeenjpcholknalofobpcpoan');
  expect(['no way to ask', 'no answer']).toContain(reached.answer);
  expect(reached.file).toBe('refused');
  expect((await readCard(page)).name).toBeUndefined();
  expect(await html()).toBe(before);
  expect((await session.field()).text).toContain('salesman');
  await session.close();
});

test('polluted prototypes hear nothing of ours while an editor of the page is changed', async () => {
  const session = await pages.open(polluted);
  const { page } = session;
  expect((await session.apply('salesman', 'salesperson')).notApplied).toEqual([]);
  await pages.browser.command('open-card');
  await expect.poll(async () => (await readCard(page)).name, { timeout: 5_000 }).toBeDefined();
  const heard = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.join('\n'));
  expect(heard).not.toContain(token);
  expect(heard).not.toMatch(/"?(?:ruleId|findings|candidates|fieldId)"?/);
  await session.close();
});

test('a frame is never told the token, whatever it asks', async () => {
  const session = await pages.open(leading.contentEditable);
  const worker = await pages.browser.worker();
  const answers = await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    const [run] = await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      // Our own world, as if the marker had been turned against us.
      func: async () => {
        const ask = (message: object) => chrome.runtime.sendMessage(message).catch(() => 'refused');
        const asked = await Promise.all(
          ['page/state', 'page/health', 'page/statements', 'page/estimate', 'frame/settings'].map((type) =>
            ask({ type, format: 'json', original: 'A ninja.', rewritten: 'An expert.' }),
          ),
        );
        const stored = await chrome.storage.local.get().catch((error: Error) => error.message);
        return JSON.stringify([asked, stored]);
      },
    });
    return run?.result ?? '';
  }, session.page.url());
  expect(answers).not.toContain(token);
  expect(answers).toMatch(/not allowed|Access to storage/i);
  await session.close();
});
