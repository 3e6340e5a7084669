import { fieldIsGone } from '../frame/field-is-gone.ts';
import {
  type ApplyResult,
  applyResultSchema,
  fieldChoiceSchema,
  type PageRequest,
  type PageState,
  pageRequestSchema,
} from '../messages.ts';
import { fieldChoices, pairing } from '../settings.ts';
import { callNamed } from './analyst-client.ts';
import { takeCompanyPacks } from './company-packs.ts';
import { commandFrame, fieldsOf } from './frame-commands.ts';
import { injectMarker } from './frame-messages.ts';
import { hostOf } from './senders.ts';
import { SidecarError } from './sidecar-client.ts';
import { pair, sidecarState, withSidecar } from './sidecar-state.ts';
import { siteOf, siteRows, switchSite } from './sites-on.ts';
import { framesOf } from './tab-frames.ts';

type Failure = { ok: false; reason: string; mend: string };

/** Answers a request of one of the extension's own pages. A failure is an answer, `{ok: false, reason, mend}`. */
export async function answerPage(message: unknown): Promise<unknown> {
  const parsed = pageRequestSchema.safeParse(message);
  if (!parsed.success) return undefined;
  try {
    return await handle(parsed.data);
  } catch (error) {
    return failure(error);
  }
}

async function handle(request: PageRequest): Promise<unknown> {
  switch (request.type) {
    case 'page/state':
      return pageState(request.tabId);
    case 'page/apply':
      return apply(request);
    case 'page/show-finding': {
      const { tabId, frameId, fieldId, start, end } = request;
      return chrome.tabs.sendMessage(
        tabId,
        { type: 'command/show-finding', fieldId, start, end },
        { frameId },
      );
    }
    case 'page/health': {
      const state = await sidecarState();
      // Packs may have changed while the service was away; the page that asks does not wait for them.
      if (state.state === 'paired') void takeCompanyPacks();
      return state;
    }
    case 'page/pair':
      return pair(request.code, request.port);
    case 'page/unpair':
      return pairing.set(null);
    case 'page/estimate': {
      const { original, rewritten } = request;
      return { ok: true, estimate: await withSidecar((client) => client.estimate(original, rewritten)) };
    }
    case 'page/analyst': {
      const name = callNamed(request.call);
      return { ok: true, reply: await withSidecar((client) => client.analyst.ask(name, request)) };
    }
    case 'page/decisions': {
      const decisions = request.decisions.map((decision) => ({ postingId: request.postingId, ...decision }));
      await withSidecar((client) => client.decide(decisions));
      return { ok: true };
    }
    case 'page/site':
      await switchSite(request.host, request.on);
      return { ok: true };
    case 'page/sites':
      return { sites: await siteRows() };
    case 'page/choose-field':
      return chooseField(request);
  }
}

async function pageState(tabId?: number): Promise<PageState> {
  const tab = await (tabId === undefined ? activeTab() : chrome.tabs.get(tabId));
  const host = hostOf(tab?.url);
  const id = tab?.id ?? -1;
  const [site, sidecar] = await Promise.all([siteOf(host), sidecarState()]);
  const fields = site.site === 'on' ? await fieldsOf(id) : [];
  return { ...site, tabId: id, host: host ?? '', fields, sidecar };
}

async function activeTab() {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab;
}

async function apply(request: Extract<PageRequest, { type: 'page/apply' }>): Promise<ApplyResult> {
  const { tabId, frameId, type: _, ...rest } = request;
  const result = await commandFrame(tabId, frameId, { type: 'command/apply', ...rest }, applyResultSchema);
  return result ?? fieldIsGone(request.edits);
}

async function chooseField(
  request: Extract<PageRequest, { type: 'page/choose-field' }>,
): Promise<{ chosen: boolean }> {
  const { tabId, fieldId, role } = request;
  if (fieldId === undefined) await injectMarker({ tabId, frameId: request.frameId ?? 0 });
  const host = hostOf((await chrome.tabs.get(tabId)).url);
  const frames = request.frameId === undefined ? await framesOf(tabId) : [request.frameId];
  for (const frameId of frames) {
    const command = {
      type: 'command/choose-field',
      role,
      ...(fieldId === undefined ? {} : { fieldId }),
    } as const;
    const choice = await commandFrame(tabId, frameId, command, fieldChoiceSchema);
    if (!choice || !host) continue;
    const stored = await fieldChoices.get();
    const others = (stored[host] ?? []).filter((other) => other.field !== choice.field);
    await fieldChoices.set({ ...stored, [host]: [...others, choice] });
    return { chosen: true };
  }
  return { chosen: false };
}

function failure(error: unknown): Failure {
  if (error instanceof SidecarError) return { ok: false, reason: error.message, mend: error.mend };
  const reason = error instanceof Error ? error.message : String(error);
  return { ok: false, reason, mend: 'Reload the page and try again.' };
}
