import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ApplyResult, FieldState } from '../../extension/messages.ts';
import { switchSite } from '../e2e/settings.ts';
import { readCard, saysDone } from './card-probe.ts';
import { expectMarksOnTheWord } from './mark-places.ts';
import { type EditorSession, editOf } from './session.ts';

/** One promise of the contract, held against a page that was opened for it alone. */
export interface Check {
  readonly number: number;
  readonly says: string;
  run(session: EditorSession): Promise<void>;
}

const posting =
  'We want a rockstar who reads our ninja guide first.\nManpower planning\nOther work\n🙂 مرحبا the salesman joins.';

/** Empty lines and blank ends are layout, which each editor has its own way with. */
const plain = (text: string) => text.replace(/[^\S\n]*\n\s*/g, '\n').trim();

/** No person presses two keys within a frame; some editors lose count when a machine does. */
async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

const findsTheField: Check = {
  number: 1,
  says: 'finds the field',
  async run({ field, fixture }) {
    const state = await field();
    expect(state.editor).toBe(fixture.family);
    expect(plain(state.text)).toBe(posting);
    expect(state.check.findings.map(({ text }) => text)).toContain('Manpower');
  },
};

const marksOnTheWords: Check = { number: 2, says: 'marks sit on the words', run: expectMarksOnTheWord };

const changesTheSpan: Check = {
  number: 3,
  says: 'apply changes exactly the span',
  async run({ apply, field, html }) {
    const before = await html();
    const result = await apply('salesman', 'salesperson');
    expect(result.notApplied).toEqual([]);
    expect(result.applied).toHaveLength(1);
    expect(await html()).toBe(before.replace('salesman', 'salesperson'));
    expect(plain((await field()).text)).toBe(posting.replace('salesman', 'salesperson'));
  },
};

const caretInStep: Check = {
  number: 4,
  says: 'arrow, Backspace and typing after it',
  async run(session) {
    const { page, send, field, submit } = session;
    const state = await field();
    const finding = state.check.findings.find(({ text }) => text === 'Manpower');
    if (!finding) throw new Error('“Manpower” was not found.');
    await send({
      type: 'command/show-finding',
      fieldId: state.fieldId,
      start: finding.start,
      end: finding.end,
    });
    const suggestion = async () => (await readCard(page)).focused?.match(/with “(.+)”$/)?.[1] ?? '';
    await expect.poll(suggestion, { timeout: 5_000, message: 'a suggestion has the focus' }).not.toBe('');
    const chosen = await suggestion();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => saysDone(page), { timeout: 10_000, message: 'the card says it is done' })
      .toBe(true);
    expect((await field()).text).toContain(chosen);
    for (const key of ['ArrowLeft', 'Backspace', 'Z']) {
      await page.keyboard.press(key);
      await nextFrames(page);
    }
    const typed = `${chosen.slice(0, -2)}Z${chosen.slice(-1)} planning`;
    await expect.poll(async () => (await field()).text, { timeout: 10_000 }).toContain(typed);
    expect(await submit()).toContain(typed);
  },
};

const oneUndo: Check = {
  number: 5,
  says: 'one undo restores the HTML',
  async run({ apply, page, html }) {
    const before = await html();
    const result = await apply('salesman', 'salesperson');
    expect(result.undoSteps).toBe(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect.poll(html, { timeout: 5_000 }).toBe(before);
  },
};

const keepsFormatting: Check = {
  number: 6,
  says: 'bold, links and lists survive',
  async run({ apply, html, field, fixture }) {
    const before = await html();
    // Over the edge of the bold, the whole link, and the start of a list item.
    for (const [old, next] of [
      ['a rockstar', 'an expert'],
      ['our ninja guide', 'the handbook'],
      ['Manpower', 'Staff'],
    ] as const) {
      expect((await apply(old, next)).notApplied, old).toEqual([]);
    }
    const after = await html();
    const text = posting
      .replace('a rockstar', 'an expert')
      .replace('our ninja guide', 'the handbook')
      .replace('Manpower', 'Staff');
    expect(plain((await field()).text)).toBe(text);
    if (fixture.plain) return;
    for (const tag of ['<strong', '<a ', '<li', '<ul', '<ol']) {
      expect(after.split(tag).length, `number of ${tag}`).toBe(before.split(tag).length);
    }
    expect(after, 'the bold word').toMatch(/(?:<strong|font-weight: bold)[^>]*>(?:<span[^>]*>)*expert/);
  },
};

const submitsTheFix: Check = {
  number: 7,
  says: 'the submitted value has the fix, also after blur',
  async run({ apply, page, submit, fixture }) {
    await apply('salesman', 'salesperson');
    if (!fixture.policy) await page.locator('#publish').focus();
    const sent = await submit();
    expect(sent).toContain('salesperson');
    expect(sent).not.toContain('salesman');
  },
};

const leavesThePageAlone: Check = {
  number: 8,
  says: 'scanning for 5 s leaves the HTML byte-equal',
  async run({ page, html, browser }) {
    const before = await html();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 5_000)));
    expect(await html()).toBe(before);
    await switchSite(browser, '127.0.0.1', false);
    expect(await html()).toBe(before);
    await switchSite(browser, '127.0.0.1', true);
  },
};

const cardByKeyboard: Check = {
  number: 9,
  says: 'card by keyboard, Escape returns the caret',
  async run({ page, editable, browser, fixture }) {
    await editable.click({ position: { x: 12, y: 12 } });
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.press('ArrowRight');
    await nextFrames(page);
    await page.keyboard.press('ArrowRight');
    await nextFrames(page);
    const caret = () =>
      editable.evaluate((element) => {
        const field = element as HTMLTextAreaElement;
        if ('selectionStart' in field) return `${field.selectionStart}-${field.selectionEnd}`;
        const root = element.getRootNode() as Document & { getSelection(): Selection | null };
        const selection = root.getSelection?.() ?? element.ownerDocument.getSelection();
        return `${selection?.anchorNode?.textContent} ${selection?.anchorOffset}-${selection?.focusOffset}`;
      });
    const before = await caret();
    await browser.command('open-card');
    await expect.poll(async () => (await readCard(page)).name, { timeout: 5_000 }).toBeDefined();
    await expect.poll(async () => (await readCard(page)).focused, { timeout: 5_000 }).toBeDefined();
    const { buttons, focused } = await readCard(page);
    expect(buttons).toContain(focused);
    const reached = new Set<string | undefined>([focused]);
    for (let press = 0; press < buttons.length + 2; press += 1) {
      await page.keyboard.press('Tab');
      reached.add((await readCard(page)).focused);
    }
    for (const button of buttons) expect(reached, fixture.name).toContain(button);
    await page.keyboard.press('Escape');
    await expect.poll(async () => (await readCard(page)).name).toBeUndefined();
    expect(await caret()).toBe(before);
    const focusedTag = await editable.evaluate((element) => {
      const root = element.getRootNode() as Document | ShadowRoot;
      return root.activeElement === element || element.contains(root.activeElement);
    });
    expect(focusedTag, 'the focus is back in the editor').toBe(true);
  },
};

/** An edit made before the editor rendered anew goes in, or, where the field itself is another one, says that it did not. */
async function appliesAfterRerender({ editable, fixture, field, send, apply }: EditorSession): Promise<void> {
  const { fieldId, revision, text } = await field();
  await editable.evaluate((root, remounts) => {
    const page = globalThis as unknown as { rerender(): void };
    if (remounts) page.rerender();
    else if ('value' in root) root.value = String(root.value);
    else root.replaceChildren(...[...root.childNodes].map((node) => node.cloneNode(true)));
  }, fixture.remounts ?? false);
  const edits = [editOf(text, 'Other work', 'More work')];
  const result = await send<ApplyResult>({ type: 'command/apply', fieldId, revision, edits });
  if (fixture.remounts && result.applied.length === 0) {
    expect(result.notApplied[0]?.why).toContain('no longer');
    expect((await apply('Other work', 'More work')).notApplied).toEqual([]);
  } else expect(result.notApplied).toEqual([]);
  expect(plain((await field()).text)).toContain('More work');
}

const holdsUnderPressure: Check = {
  number: 10,
  says: 'twice quickly; after a re-render; while composing (refused)',
  async run(session) {
    const { page, send, field, editable, submit } = session;
    const { fieldId, revision, text } = await field();
    const ask = (before: string, after: string) =>
      send<ApplyResult>({ type: 'command/apply', fieldId, revision, edits: [editOf(text, before, after)] });
    const [first, second] = await Promise.all([ask('Manpower', 'Staff'), ask('salesman', 'salesperson')]);
    expect([first.notApplied, second.notApplied]).toEqual([[], []]);
    const expected = posting.replace('Manpower', 'Staff').replace('salesman', 'salesperson');
    expect(plain((await field()).text)).toBe(expected);

    await appliesAfterRerender(session);

    await editable.click({ position: { x: 12, y: 12 } });
    await page.keyboard.press('ControlOrMeta+Home');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 });
    const composing = await field();
    const refused = await send<ApplyResult>({
      type: 'command/apply',
      fieldId: composing.fieldId,
      revision: composing.revision,
      edits: [editOf(composing.text, 'More work', 'Good work')],
    });
    expect(refused.applied).toEqual([]);
    expect(refused.notApplied[0]?.why).toContain('composed');
    await client.send('Input.insertText', { text: '日' });
    await client.detach();
    const settled: FieldState = await field();
    await expect.poll(async () => (await field()).text, { timeout: 5_000 }).toContain('日');
    expect(settled.text).toContain('More work');
    expect(await submit()).toContain('salesperson');
  },
};

/** The contract, in the order in which the matrix shows it. */
export const checks: readonly Check[] = [
  findsTheField,
  marksOnTheWords,
  changesTheSpan,
  caretInStep,
  oneUndo,
  keepsFormatting,
  submitsTheFix,
  leavesThePageAlone,
  cardByKeyboard,
  holdsUnderPressure,
];
