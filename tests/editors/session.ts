import type { Frame, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ApplyResult, FieldState, FrameCommand } from '../../extension/messages.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { ExtensionBrowser } from '../e2e/browser.ts';
import { storeSetting } from '../e2e/settings.ts';
import type { FixtureServer } from './fixture-server.ts';
import type { EditorFixture } from './fixtures/fixture.ts';

/** One fixture page, open, with its posting field found. */
export interface EditorSession {
  readonly fixture: EditorFixture;
  readonly page: Page;
  readonly browser: ExtensionBrowser;
  readonly editable: Locator;
  /** Sends a command as the worker does, and gives the answer of the page's top frame. */
  send<T>(command: FrameCommand): Promise<T>;
  field(): Promise<FieldState>;
  /** Replaces one phrase as the side panel would ask for it. */
  apply(before: string, after: string): Promise<ApplyResult>;
  /** The editor's HTML; the value of a plain field. */
  html(): Promise<string>;
  /** What the form sends. */
  submit(): Promise<string>;
  close(): Promise<void>;
}

export async function openSession(
  browser: ExtensionBrowser,
  server: FixtureServer,
  fixture: EditorFixture,
): Promise<EditorSession> {
  const errors: string[] = [];
  await storeSetting(browser, 'sites', {});
  const page = await browser.context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(server.url(fixture));
  await page.bringToFront();
  await page.waitForSelector('html[data-ready]', { timeout: 60_000 });
  const scope = fixture.frame ? page.frameLocator(fixture.frame) : page;
  const editable = scope.locator(fixture.editable).first();

  async function send<T>(command: FrameCommand): Promise<T> {
    const worker = await browser.worker();
    return worker.evaluate(
      async ({ command, url }) => {
        const [tab] = (await chrome.tabs.query({})).filter((one) => one.url === url && one.active);
        if (tab?.id === undefined) throw new Error(`No tab shows ${url}.`);
        return chrome.tabs.sendMessage(tab.id, command, { frameId: 0 });
      },
      { command, url: page.url() },
    );
  }

  async function field(): Promise<FieldState> {
    let found: FieldState | undefined;
    await expect
      .poll(
        async () => {
          const fields = await send<FieldState[]>({ type: 'command/report-fields' }).catch(() => []);
          found = fields?.find(({ role, text }) => role === 'body' && text.length > 0);
          return found !== undefined;
        },
        { timeout: 15_000, interval: 50, message: `a posting field in ${fixture.name}` },
      )
      .toBe(true);
    if (!found) throw new Error(`No posting field was found in ${fixture.name}.`);
    return found;
  }

  await field();
  return {
    fixture,
    page,
    browser,
    editable,
    send,
    field,
    async apply(before, after) {
      const { fieldId, revision, text } = await field();
      return send<ApplyResult>({
        type: 'command/apply',
        fieldId,
        revision,
        edits: [editOf(text, before, after)],
      });
    },
    html: () => (fixture.plain ? editable.inputValue() : editable.innerHTML()),
    async submit() {
      await page.locator('#publish').evaluate((button: HTMLButtonElement) => button.click());
      const sent = await page.locator('html').getAttribute('data-sent');
      if (sent === null) throw new Error(`The form of ${fixture.name} sent nothing.`);
      return sent;
    },
    async close() {
      await page.close();
      expect(errors.join('\n'), `errors in the page of ${fixture.name}`).toBe('');
    },
  };
}

export function editOf(text: string, before: string, after: string): Edit {
  const start = text.indexOf(before);
  if (start < 0) throw new Error(`“${before}” is not in the field, which says: ${text}`);
  return { start, end: start + before.length, before, after, source: 'curated' };
}

/** The frame that holds the editable element. */
export async function editableFrame(session: EditorSession): Promise<Frame> {
  const handle = await session.editable.elementHandle();
  const frame = await handle?.ownerFrame();
  if (!frame) throw new Error(`The editor of ${session.fixture.name} is in no frame.`);
  return frame;
}
