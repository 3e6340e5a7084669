/**
 * Writes docs/first-run.md: what a newcomer sees, with the true output of the commands and pictures of the real thing.
 * `node --import tsx scripts/write-first-run.ts`
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { buildExtension, root } from '../sidecar/start/extension-build.ts';
import { startFirstRun } from '../tests/e2e/first-run-journey.ts';

const pictures = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));
const posting = `Salesman, warehouse accounts

We are looking for a young salesman who can dominate the market in Denver.
He must be a native English speaker. Pay: $24 to $29 an hour.
Women and people of all ages are welcome to apply.
`;

/** Runs a command of the sources in an empty folder, as a reader would, and gives what it printed. */
function transcript(folder: string, command: string): string {
  const [program = '', ...args] = command.split(' ');
  const result = spawnSync(process.execPath, [join(root, 'sidecar', 'autorefine.mjs'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (program !== 'autorefine' || result.stderr.includes('fault in AutoRefine'))
    throw new Error(`"${command}" failed: ${result.stderr}`);
  return `\`\`\`console\n$ ${command}\n${result.stdout.trimEnd()}\n\`\`\``;
}

async function picture(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await page.screenshot({ path: join(pictures, `first-run-${name}.png`) });
}

async function takePictures(): Promise<void> {
  const run = await startFirstRun();
  try {
    const welcome = await run.pair();
    await picture(welcome, 'paired');
    const form = await run.openForm();
    const panel = await run.openPanel(form);
    await picture(form, 'marks');
    await form.locator('[contenteditable] p').first().click();
    await run.browser.command('next-mark');
    await run.browser.command('open-card');
    await picture(form, 'card');
    await form.keyboard.press('Escape');
    await picture(panel, 'panel');
    await panel.getByRole('button', { name: 'Rewrite', exact: true }).click();
    await panel.getByRole('button', { name: /^Apply \d+ change/ }).waitFor();
    await panel.getByText('Measuring').waitFor({ state: 'hidden' });
    await picture(panel, 'rewrite');
    const verdict = panel.getByText(
      /(closer to|further from) the qualified pool|no measurable change|not enough data/i,
    );
    await verdict.first().scrollIntoViewIfNeeded();
    await picture(panel, 'verdict');
    await panel.getByRole('button', { name: /^Apply \d+ change/ }).click();
    await panel
      .getByRole('status')
      .filter({ hasText: /changes? applied/ })
      .waitFor();
    await picture(form, 'applied');
    const report = await run.exportReport(panel, 'HTML');
    const path = join(tmpdir(), `first-run-report-${process.pid}.html`);
    await report.saveAs(path);
    await picture(await run.browser.open(pathToFileURL(path).href), 'report');
    rmSync(path);
  } finally {
    await run.close();
  }
}

const folder = mkdtempSync(join(tmpdir(), 'first-run-'));
mkdirSync(pictures, { recursive: true });
await buildExtension();
await takePictures();
writeFileSync(join(folder, 'posting.txt'), posting);
const document = `# The first run

Written by \`node --import tsx scripts/write-first-run.ts\`: the pictures and outputs are of the real program. All people in it are
synthetic.

## One command

\`\`\`console
$ npm start
\`\`\`

It installs what is missing, builds the extension once, starts the service on 127.0.0.1 with a synthetic sample company, and
opens a Chromium-family browser. Where none is found that loads an extension from the command line, it prints three steps instead.

## Pair

The first tab is the pairing page with the one-time code filled in. One click pairs.

![Pairing page, paired](screenshots/first-run-paired.png)

## A posting form

The second tab is a posting form as on any careers site. Wording that may be unlawful has a double line, wording that may shut people
out a thick one, coded wording a dashed one.

![Form with marks](screenshots/first-run-marks.png)

A click on a mark, or Alt+Shift+A, opens its card: what, why, how strong the evidence is, and other words.

![Card of a mark](screenshots/first-run-card.png)

## The side panel

All findings, the score and what it is made of. What only the hiring manager can answer is a question, never an edit.

![Side panel](screenshots/first-run-panel.png)

"Rewrite" offers edits. Each can be accepted or rejected; facts are never changed.

![Rewrite as edits](screenshots/first-run-rewrite.png)

What the rewrite does to the match list over the company's own candidates is said in words.

![What the rewrite does to the list](screenshots/first-run-verdict.png)

The accepted edits stand in the form, with its formatting.

![Form after the rewrite](screenshots/first-run-applied.png)

## The report

![First page of the report](screenshots/first-run-report.png)

## The same on the command line

A file \`posting.txt\`:

\`\`\`text
${posting.trimEnd()}
\`\`\`

${transcript(folder, 'autorefine check posting.txt')}

${transcript(folder, 'autorefine rewrite posting.txt --data empty-folder')}

In a checkout, \`npm run -s autorefine -- check posting.txt\` does the same.
`;
rmSync(folder, { recursive: true, force: true });
writeFileSync(new URL('../docs/first-run.md', import.meta.url), document);
