/**
 * Draws extension/public/icon/{16,32,48,128}.png from icon.svg with the browser at hand.
 * Run it after changing the drawing: `node --import tsx scripts/make-icons.ts`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowsers } from '../sidecar/browser/find-browser.ts';

const sizes = [16, 32, 48, 128] as const;
const folder = new URL('../extension/public/icon/', import.meta.url);
const drawing = await readFile(new URL('icon.svg', folder), 'utf8');

const found = findBrowsers()[0];
if (!found) throw new Error('No Chromium-family browser was found; install Chromium and run this again.');
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block; width: ${size}px; height: ${size}px }</style>${drawing}`,
    );
    await page.screenshot({ path: fileURLToPath(new URL(`${size}.png`, folder)), omitBackground: true });
  }
} finally {
  await browser.close();
}
