import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { type ExtensionBrowser, extensionId } from './browser.ts';

/**
 * Switches under which Chromium's own buttons can be pressed through its UI DevTools: a headless window has all of them, it is
 * only drawn nowhere. The port is free to choose and written into the profile.
 */
export const pressableButtons: readonly string[] = [
  '--enable-ui-devtools=0',
  '--enable-features=ui-debug-tools,ui-debug-tools-enable-synthetic-events',
];

/** A page of the extension where the browser itself shows it: the popup, which closes when the focus leaves it, or the side panel. */
export interface ShownPage {
  text(): Promise<string>;
  /** A click of a hand, as far as the page can tell. */
  click(selector: string): Promise<void>;
}

export interface BrowserButtons {
  /** Opens the popup by the toolbar, which lets the extension know the address of the active tab. */
  openPopup(): Promise<ShownPage>;
  /** Opens the side panel by the button of the popup. */
  openPanel(): Promise<ShownPage>;
  /** Presses a button of the question that the browser asks, and waits until it is gone. */
  answerQuestion(answer: 'allow' | 'refuse'): Promise<void>;
  close(): void;
}

/** A part of the browser's window, as UI DevTools tells it. */
interface WindowPart {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly WindowPart[];
}

const question = 'ExtensionInstallDialogView';
/** Longer apart than the time in which Chromium takes presses for one. */
const seldom = { timeout: 45_000, interval: 1_500 };
const patience = { timeout: 45_000, interval: 100 };

export async function openBrowserButtons(browser: ExtensionBrowser): Promise<BrowserButtons> {
  const [port] = (await readFile(join(browser.profile, 'UIDevToolsActivePort'), 'utf8')).split('\n');
  const window = await connect(`ws://127.0.0.1:${port}/0`);
  await window.send('DOM.enable');

  /** Parts of the window by the name of their class, somewhere within another one, in the order of the window. */
  async function find(name: string, within: string): Promise<WindowPart[]> {
    const { root } = (await window.send('DOM.getDocument')) as { root: WindowPart };
    return partsOf(root, false);
    function partsOf(part: WindowPart, inside: boolean): WindowPart[] {
      const own = part.attributes?.[1] ?? part.nodeName;
      const deeper = inside || own === within;
      const below = (part.children ?? []).flatMap((child) => partsOf(child, deeper));
      return inside && own === name ? [part, ...below] : below;
    }
  }
  async function press(part: WindowPart | undefined): Promise<void> {
    if (!part) return;
    for (const type of ['mousePressed', 'mouseReleased']) {
      const event = { type, x: 8, y: 8, button: 'left', wheelDirection: 'none' };
      await window.send('DOM.dispatchMouseEvent', { nodeId: part.nodeId, event });
    }
  }
  const shows = async (name: string) => (await find(name, 'root')).length > 0;

  async function openPopup(): Promise<ShownPage> {
    const entries = () => find('ExtensionsMenuButton', 'ExtensionsMenuView');
    await press((await find('ExtensionsToolbarButton', 'root'))[0]);
    await expect.poll(async () => (await entries()).length, patience).toBeGreaterThan(0);
    // The menu closes when its entry takes the click.
    await expect
      .poll(async () => {
        await press((await entries())[0]);
        return shows('ExtensionPopup');
      }, patience)
      .toBe(true);
    return attachTo('popup.html', browser);
  }

  return {
    openPopup,
    async openPanel() {
      await (await openPopup()).click('.button-primary');
      return attachTo('sidepanel.html', browser);
    },
    async answerQuestion(answer) {
      await expect.poll(() => shows(question), patience).toBe(true);
      // Chromium takes no answer in the first half second after it asked, and with every press that it does not take that begins anew.
      await expect
        .poll(async () => {
          const [refuse, allow] = await find('MdTextButton', question);
          await press(answer === 'allow' ? allow : refuse);
          return shows(question);
        }, seldom)
        .toBe(false);
    },
    close: () => window.close(),
  };
}

interface Connection {
  send(method: string, params?: object): Promise<unknown>;
  close(): void;
}

async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  const waiting = new Map<number, (answer: { result?: unknown; error?: { message: string } }) => void>();
  socket.on('message', (data) => {
    const answer = JSON.parse(String(data));
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  return {
    send: (method, params = {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, ({ result, error }) =>
          error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
        );
        socket.send(JSON.stringify({ id: last, method, params }));
      }),
    close: () => socket.close(),
  };
}

/** Playwright does not list these among its pages; the protocol reaches them. */
async function attachTo(path: string, browser: ExtensionBrowser): Promise<ShownPage> {
  const [page] = browser.context.pages();
  if (!page) throw new Error(`The browser has no page to reach ${path} through.`);
  const client = await browser.context.newCDPSession(page);
  const url = `chrome-extension://${extensionId}/${path}`;
  const target = async () =>
    (await client.send('Target.getTargets')).targetInfos.find((one) => one.url.startsWith(url))?.targetId;
  await expect.poll(target, patience).toBeDefined();
  const { sessionId } = await client.send('Target.attachToTarget', {
    targetId: (await target()) ?? '',
    flatten: false,
  });
  const waiting = new Map<number, (result: { result: { value: unknown } }) => void>();
  client.on('Target.receivedMessageFromTarget', ({ message }) => {
    const answer = JSON.parse(message);
    waiting.get(answer.id)?.(answer.result);
  });
  let last = 0;
  const send = (method: string, params: object) =>
    new Promise<{ result: { value: unknown } }>((resolve, reject) => {
      last += 1;
      waiting.set(last, resolve);
      const message = JSON.stringify({ id: last, method, params });
      client.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  const evaluate = async (expression: string) =>
    (await send('Runtime.evaluate', { expression, returnByValue: true })).result.value;
  return {
    text: async () => String(await evaluate('document.body.innerText')),
    async click(selector) {
      const place = async () =>
        evaluate(
          `(() => { const box = document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect(); return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null; })()`,
        );
      await expect.poll(place, patience).not.toBeNull();
      const at = (await place()) as { x: number; y: number };
      for (const type of ['mousePressed', 'mouseReleased']) {
        // The answer may never come: what is clicked may close the popup.
        void send('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
      }
    },
  };
}
