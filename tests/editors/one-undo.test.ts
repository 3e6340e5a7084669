import { expect, test } from 'vitest';
import type { ApplyResult } from '../../extension/messages.ts';
import { serveFixturePages } from './fixture-pages.ts';
import { draft, lexical, proseMirror, slate, summernote, tiptap, trix } from './fixtures/bundled.ts';
import { ckeditor4 } from './fixtures/ckeditor.ts';
import { froalaLike, indeedLike, srcdoc, strictPolicy } from './fixtures/content-editable.ts';
import type { EditorFixture } from './fixtures/fixture.ts';
import { leading } from './fixtures/fixtures.ts';
import { quill2 } from './fixtures/quill.ts';
import { type EditorSession, editOf } from './session.ts';

/** A whole rewrite is one step of undo where the editor allows it; elsewhere its number of steps is told, and is right. */
const inOne = [
  leading.textarea,
  leading.contentEditable,
  indeedLike,
  srcdoc,
  strictPolicy,
  froalaLike,
  leading.quillInShadow,
  quill2,
  leading.tinymce6React,
  leading.ckeditor5,
  lexical,
  proseMirror,
  tiptap,
  ckeditor4,
  summernote,
  trix,
  slate,
  draft,
];
const asHeading = ".replace('<p>', '<h2>').replace('</p>', '</h2>')";
const withContent = (name: string, html: string): EditorFixture => ({
  ...leading.contentEditable,
  name,
  script: `globalThis.content = ${html}; ${leading.contentEditable.script?.replace('content;', 'globalThis.content;')}`,
});
const headingLater = withContent(
  'contenteditable with a heading',
  `'<p>A posting.</p>' + content${asHeading}`,
);
/** What the browser would insert differs: text in no block of its own, and what follows a heading. */
const inSteps = [
  withContent('contenteditable without paragraphs', "content.replaceAll(/<[/]?p>/g, '')"),
  withContent('contenteditable that begins with a heading', `content${asHeading}`),
];

const pages = serveFixturePages([...inOne, headingLater, ...inSteps]);

/** In a bold word, a link, a list and after an emoji. */
const changes = [
  ['rockstar', 'expert'],
  ['ninja guide', 'handbook'],
  ['Manpower', 'Staff'],
  ['salesman', 'salesperson'],
] as const;

async function rewrite({ field, send }: EditorSession): Promise<ApplyResult> {
  const { fieldId, revision, text } = await field();
  const edits = changes.map(([before, after]) => editOf(text, before, after));
  return send<ApplyResult>({ type: 'command/apply', fieldId, revision, edits });
}

async function open(fixture: EditorFixture) {
  const session = await pages.open(fixture);
  return { session, before: await session.html() };
}

test.each([...inOne, headingLater])('$name: four changes, one undo', async (fixture) => {
  const { session, before } = await open(fixture);
  const result = await rewrite(session);
  expect(result).toMatchObject({ notApplied: [], undoSteps: 1 });
  expect(result.applied).toHaveLength(changes.length);
  const expected = changes.reduce((html, [old, next]) => html.replace(old, next), before);
  expect(await session.html()).toBe(expected);
  expect(await session.submit()).toContain('salesperson');
  await session.editable.focus();
  await session.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(session.html, { timeout: 5_000 }).toBe(before);
  await session.close();
});

test.each(inSteps)('$name: as many undos as it says', async (fixture) => {
  const { session, before } = await open(fixture);
  const { notApplied, undoSteps } = await rewrite(session);
  expect(notApplied).toEqual([]);
  expect(undoSteps).toBe(changes.length);
  for (let step = 0; step < undoSteps; step += 1) await session.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(session.html, { timeout: 5_000 }).toBe(before);
  await session.close();
});
