import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import { type FirstRun, startFirstRun } from './first-run-journey.ts';

describe('the first day, nothing replaced', () => {
  let run: FirstRun;
  beforeAll(async () => {
    run = await startFirstRun();
  });
  afterAll(() => run.close());

  it('pairs, marks, rewrites, applies, submits and reports', async () => {
    const welcome = await run.pair();
    expect(welcome.url()).toMatch(/^chrome-extension:/);

    const form = await run.openForm();
    const description = form.locator('[contenteditable]');
    const before = await description.innerText();
    const panel = await run.openPanel(form);
    await panel
      .getByRole('button', { name: /Show “salesman”/ })
      .first()
      .waitFor();

    await panel.getByRole('button', { name: 'Rewrite', exact: true }).click();
    await panel.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
    await panel
      .getByText(/to the qualified pool|from the qualified pool|No measurable change|Not enough data/i)
      .first()
      .waitFor();
    await panel.getByRole('button', { name: /^Apply \d+ change/ }).click();
    await panel
      .getByRole('status')
      .filter({ hasText: /changes? applied/ })
      .waitFor();

    const after = await description.innerText();
    expect(before).toContain('salesman');
    expect(after).not.toContain('salesman');
    const values = (text: string) => extractFacts(text).map((fact) => `${fact.kind} ${fact.value}`);
    expect(values(after)).toEqual(values(before));

    const report = await run.exportReport(panel, 'HTML');
    const html = await readFile(await report.path(), 'utf8');
    expect(html).toContain('ynthetic');
    expect(html).toMatch(/<h1/);

    await form.bringToFront();
    await form.getByRole('button', { name: 'Submit posting' }).click();
    const submitted = await form.locator('#submitted-description').innerText();
    expect(submitted).not.toContain('salesman');
    expect(submitted).toContain('4,000 parcels');
    expect(run.browser.escaped).toEqual([]);
  });
});
