import type { Locator } from 'playwright-core';

/**
 * Replicas of two other writing assistants, made from what can be seen of them in pages: LanguageTool marks the field's
 * element and draws on a canvas in `<lt-highlighter>` before it; Grammarly draws in the shadow root of `<grammarly-extension>`
 * beside the page's body. Both underline a word at the foot of its box and open a card under it.
 */
export interface Replica {
  readonly name: string;
  install(field: Locator, word: WordBox): Promise<void>;
}

export interface WordBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const languageTool: Replica = {
  name: 'LanguageTool',
  install: (field, word) =>
    field.evaluate((element, { x, y, width, height }) => {
      element.setAttribute('data-lt-tmp-id', 'lt-100200');
      element.setAttribute('spellcheck', 'false');
      element.setAttribute('data-gramm', 'false');
      const highlighter = document.createElement('lt-highlighter');
      const root = highlighter.attachShadow({ mode: 'open' });
      const line = document.createElement('lt-div');
      line.style.cssText = `position: fixed; left: ${x}px; top: ${y + height - 2}px; width: ${width}px; height: 2px; background: #e0115f; pointer-events: none`;
      root.append(line);
      element.before(highlighter);
      element.addEventListener('click', () => {
        const card = document.createElement('lt-card');
        card.style.cssText = `position: fixed; left: ${x}px; top: ${y + height + 4}px; width: 280px; height: 180px; background: #fff; border: 1px solid #888; z-index: 2147483647`;
        document.documentElement.append(card);
      });
    }, word),
};

export const grammarly: Replica = {
  name: 'Grammarly',
  install: (field, word) =>
    field.evaluate((element, { x, y, width, height }) => {
      element.setAttribute('data-gramm_editor', 'true');
      const draw = (host: string, style: string) => {
        const outer = document.createElement(host);
        const inner = document.createElement('div');
        inner.style.cssText = style;
        outer.attachShadow({ mode: 'closed' }).append(inner);
        document.documentElement.append(outer);
      };
      draw(
        'grammarly-extension',
        `position: fixed; left: ${x}px; top: ${y + height - 2}px; width: ${width}px; height: 2px; background: #eb5757; pointer-events: none`,
      );
      element.addEventListener('mousedown', () => {
        const style = `position: fixed; left: ${x}px; top: ${y + height + 4}px; width: 300px; height: 200px; background: #fff; z-index: 2147483647`;
        // It opens a little after the click, when the answer of its worker is there.
        requestAnimationFrame(() => draw('grammarly-popups', style));
      });
    }, word),
};
