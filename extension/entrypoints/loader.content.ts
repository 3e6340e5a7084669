import { defineContentScript } from 'wxt/utils/define-content-script';
import { parentReachesUs } from '../fields/dom.ts';
import { createDutyCycle } from '../fields/duty-cycle.ts';
import { formContext, postingFields } from '../fields/posting-fields.ts';
import { watchEditables } from '../fields/watch.ts';
import type { FrameMessage } from '../messages.ts';
import { siteMatches } from '../sites.ts';

/**
 * Runs in every frame of the sites that are on, and only looks for fields. Once one looks like a posting it asks the
 * worker for the marker and ends.
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
    watchEditables(document, found.signal, createDutyCycle(found.signal), (elements) => {
      if (ctx.isInvalid || postingFields(elements, formContext(document), []).length === 0) return;
      found.abort();
      const message: FrameMessage = { type: 'frame/field-found' };
      chrome.runtime.sendMessage(message).catch(() => undefined);
    });
  },
});
