import '../frame/schemas-without-eval.ts';
import { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createDetectors, usualSettings } from '../frame/detectors.ts';
import { createForm } from '../frame/form.ts';
import { sendToWorker } from '../frame/surroundings.ts';
import {
  type FrameMessage,
  type FrameSettings,
  frameCommandSchema,
  frameSettingsSchema,
} from '../messages.ts';

/**
 * Injected by the worker into a frame in which the loader saw a posting field. Goes quiet, and takes everything it drew
 * out of the page, when the extension is reloaded, when a newer marker starts, or when told to stop.
 */
export default defineUnlistedScript(async () => {
  // Starting the context sends a message, and Chrome notes the way to each message: from within the script's first run it
  // would read the whole script once more for that.
  await undefined;
  const ctx = new ContentScriptContext('marker');
  const send = async (message: FrameMessage) => (ctx.isInvalid ? undefined : sendToWorker(message));
  const askSettings = async (): Promise<FrameSettings | undefined> =>
    frameSettingsSchema.safeParse(await send({ type: 'frame/settings' })).data;

  const asked = askSettings();
  const detectors = createDetectors();
  detectors.of(usualSettings);
  const settings = await asked;
  if (!settings?.on || ctx.isInvalid) return;
  const form = createForm(document, settings, send, detectors, ctx.signal);

  const onMessage = (
    message: unknown,
    sender: chrome.runtime.MessageSender,
    reply: (answer: unknown) => void,
  ) => {
    const command = sender.id === chrome.runtime.id ? frameCommandSchema.safeParse(message) : undefined;
    if (!command?.success) return false;
    if (command.data.type === 'command/stop') ctx.abort();
    if (command.data.type === 'command/settings-changed') void renew();
    form.run(command.data).then(reply, () => reply(undefined));
    return true;
  };
  const renew = async () => {
    const next = await askSettings();
    if (!next) return;
    if (next.on) form.adopt(next);
    else ctx.abort();
  };
  chrome.runtime.onMessage.addListener(onMessage);
  ctx.onInvalidated(() => chrome.runtime?.onMessage?.removeListener(onMessage));
  ctx.addEventListener(window, 'wxt:locationchange', () => form.rescan());
  ctx.addEventListener(window, 'pagehide', () => void send({ type: 'frame/fields', fields: [] }));
  ctx.addEventListener(window, 'pageshow', () => form.rescan());
});
