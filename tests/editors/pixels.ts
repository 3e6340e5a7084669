import type { Page } from 'playwright-core';
import { switchSite } from '../e2e/settings.ts';
import type { EditorSession } from './session.ts';

/** In CSS pixels of the viewport. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The lower half of a word and what is around it: lines under words are looked for, and the line above has its own. */
export function underWord(box: PixelBox): PixelBox {
  const middle = (box.top + box.bottom) / 2;
  return { left: box.left - 10, top: middle, right: box.right + 10, bottom: box.bottom + 8 };
}

/** Pictures of the page with highlighted marks and with the site switched off, base64 of PNG. Leaves the site off. */
export async function withAndWithoutMarks({
  page,
  browser,
}: EditorSession): Promise<{ marked: string; plain: string }> {
  const picture = async () => {
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return (await page.screenshot({ animations: 'allow', caret: 'initial' })).toString('base64');
  };
  await page.waitForFunction(() => CSS.highlights.size > 0);
  const marked = await picture();
  await switchSite(browser, '127.0.0.1', false);
  await page.waitForFunction(() => CSS.highlights.size === 0);
  return { marked, plain: await picture() };
}

/**
 * The box around the pixels in `region` where two screenshots differ by more than anti-aliasing does; undefined when they
 * are alike there. `scale` is the number of pixels of the pictures to a CSS pixel. Decoded by the browser itself.
 */
export async function changedBox(
  decoder: Page,
  before: string,
  after: string,
  scale: number,
  region: PixelBox,
): Promise<PixelBox | undefined> {
  const box = await decoder.evaluate(
    async ({ pictures, region }) => {
      const left = Math.max(0, Math.floor(region.left));
      const top = Math.max(0, Math.floor(region.top));
      const width = Math.ceil(region.right) - left;
      const height = Math.ceil(region.bottom) - top;
      const [first, second] = await Promise.all(
        pictures.map(async (png) => {
          const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
          const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
          context?.drawImage(image, 0, 0);
          return context?.getImageData(left, top, width, height).data;
        }),
      );
      if (!first || !second) return null;
      const xs: number[] = [];
      const ys: number[] = [];
      for (let i = 0; i < first.length; i += 4) {
        let difference = 0;
        for (let c = 0; c < 3; c += 1) difference += Math.abs((first[i + c] ?? 0) - (second[i + c] ?? 0));
        if (difference < 60) continue;
        xs.push(left + ((i / 4) % width));
        ys.push(top + Math.floor(i / 4 / width));
      }
      if (xs.length === 0) return null;
      const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b));
      const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
      return { left: least(xs), top: least(ys), right: most(xs) + 1, bottom: most(ys) + 1 };
    },
    {
      pictures: [before, after],
      region: {
        left: region.left * scale,
        top: region.top * scale,
        right: region.right * scale,
        bottom: region.bottom * scale,
      },
    },
  );
  if (!box) return undefined;
  return {
    left: box.left / scale,
    top: box.top / scale,
    right: box.right / scale,
    bottom: box.bottom / scale,
  };
}
