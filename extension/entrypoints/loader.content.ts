import { defineContentScript } from 'wxt/utils/define-content-script';
import { parentReachesUs } from '../fields/dom.ts';
import { createDutyCycle } from '../fields/duty-cycle.ts';
import { formContext, mostLookedAt, postingFields } from '../fields/posting-fields.ts';
import { watchShown } from '../fields/shown.ts';
import { watchEditables } from '../fields/watch.ts';
import type { FrameMessage } from '../messages.ts';
import { siteMatches } from '../sites.ts';

/**
 * Runs in every frame of the sites that are on, and only looks for fields. Once one looks like a posting it asks the
 * worker for the marker and ends. Where fields would do if a form were known to be here, it asks whether a rule pack of the
 * company knows one, once a path.
 */
export default defineContentScript({
  matches: [...siteMatches],
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_end',
  main(ctx) {
    if (parentReachesUs()) return;
    const found = new AbortController();
    ctx.onInvalidated(() => found.abort());
    let asked: string | undefined;
    const shown = watchShown(found.signal, () => watch.rescanSoon());
    const watch = watchEditables(document, found.signal, createDutyCycle(found.signal), (elements) => {
      if (ctx.isInvalid) return;
      const context = formContext(document);
      const { pathname } = location;
      if (postingFields(elements, context, []).length > 0) {
        found.abort();
        void tell({ type: 'frame/field-found' });
        return;
      }
      shown.add(elements.slice(0, mostLookedAt));
      if (pathname !== asked && wouldDo(elements, context)) {
        asked = pathname;
        void tell({ type: 'frame/field-found', onlyAt: pathname }).then((answer) => {
          if (isStarted(answer)) found.abort();
        });
      }
    });
  },
});

const wouldDo = (elements: readonly HTMLElement[], context: ReturnType<typeof formContext>): boolean =>
  !context.postingPath && postingFields(elements, { ...context, postingPath: true }, []).length > 0;

const tell = (message: FrameMessage): Promise<unknown> =>
  chrome.runtime.sendMessage(message).catch(() => undefined);

/** Read by hand: schemas would make the script, which runs in every frame, many times as large. */
const isStarted = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'started' in answer && answer.started === true;
