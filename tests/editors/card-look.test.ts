import { describe, expect, test } from 'vitest';
import { axeViolations } from '../e2e/axe.ts';
import { readCard } from './card-probe.ts';
import { readCardMarkup } from './card-root.ts';
import { serveFixturePages } from './fixture-pages.ts';
import { leading } from './fixtures/fixtures.ts';
import { changedBox, withAndWithoutMarks } from './pixels.ts';
import type { EditorSession } from './session.ts';

/** The card and the marks for everyone who looks at a page in another way. */
const pages = serveFixturePages(Object.values(leading));

async function openCard({ page }: EditorSession): Promise<void> {
  await pages.browser.command('open-card');
  await expect.poll(async () => (await readCard(page)).focused, { timeout: 5_000 }).toBeDefined();
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('axe finds nothing in the card', async () => {
    const session = await pages.open(leading.contentEditable);
    await session.page.emulateMedia({ colorScheme });
    await openCard(session);
    const { html, css } = await readCardMarkup(pages.browser, session.page);
    // The same nodes and rules in a page of their own, where axe can see them.
    const copy = await pages.browser.context.newPage();
    await copy.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await copy.setContent('<!doctype html><html lang="en"><title>Card</title><main id="host"></main></html>');
    await copy.evaluate(
      ({ html, css }) => {
        const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        if (!root) return;
        root.adoptedStyleSheets = [sheet];
        root.innerHTML = html;
        for (const part of root.querySelectorAll<HTMLElement>('[hidden]')) part.hidden = false;
      },
      { html, css },
    );
    expect(await copy.evaluate(() => document.querySelector('#host')?.shadowRoot?.textContent)).toContain(
      'Wrong?',
    );
    expect((await axeViolations(copy)).filter((line) => !line.startsWith('page-has-heading-one'))).toEqual(
      [],
    );
    await copy.close();
    await session.close();
  });
});

test.each([
  ['no-preference', ['open']],
  ['reduce', []],
] as const)('with prefers-reduced-motion: %s the card moves as asked', async (reducedMotion, moves) => {
  const session = await pages.open(leading.contentEditable);
  await session.page.emulateMedia({ reducedMotion });
  // Animations stand still at their start, so that there is time to look.
  const client = await pages.browser.context.newCDPSession(session.page);
  await client.send('Animation.enable');
  await client.send('Animation.setPlaybackRate', { playbackRate: 0 });
  await openCard(session);
  expect((await readCardMarkup(pages.browser, session.page)).animations).toEqual(moves);
  await session.close();
});

test.each([leading.contentEditable, leading.textarea])(
  '$name in forced colours: marks and card are seen',
  async (fixture) => {
    const session = await pages.open(fixture);
    const { page } = session;
    await page.emulateMedia({ forcedColors: 'active' });
    const decoder = await pages.browser.context.newPage();
    await page.bringToFront();
    const field = await session.editable.boundingBox();
    if (!field) throw new Error('The field has no box.');
    const region = {
      left: field.x,
      top: field.y,
      right: field.x + field.width,
      bottom: field.y + field.height,
    };
    const { marked, plain } = await withAndWithoutMarks(session);
    expect(await changedBox(decoder, plain, marked, 1, region), 'marks').toBeDefined();
    await session.close();

    const again = await pages.open(fixture);
    await again.page.emulateMedia({ forcedColors: 'active' });
    const before = (await again.page.screenshot()).toString('base64');
    await openCard(again);
    const after = (await again.page.screenshot()).toString('base64');
    const card = await again.page.locator('autorefine-card').boundingBox();
    if (!card) throw new Error('The card has no box.');
    const whole = {
      left: card.x - 4,
      top: card.y - 4,
      right: card.x + card.width + 4,
      bottom: card.y + card.height + 4,
    };
    const seen = await changedBox(decoder, before, after, 1, whole);
    expect(seen && seen.right - seen.left, 'the edge of the card on both sides').toBeGreaterThan(
      card.width - 4,
    );
    expect(seen && seen.bottom - seen.top, 'the edge of the card above and below').toBeGreaterThan(
      card.height - 4,
    );
    await decoder.close();
    await again.close();
  },
);
