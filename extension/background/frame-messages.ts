import { isMarked } from '../../shared/protocol/finding.ts';
import type { Decision } from '../../shared/protocol/sidecar.ts';
import { type FrameMessage, type FrameSettings, frameMessageSchema } from '../messages.ts';
import { packsInForce } from '../rule-packs.ts';
import {
  drawing,
  employerSize,
  fieldChoices,
  ignoredRules,
  ignoredTerms,
  jurisdictions,
  managed,
  type Setting,
} from '../settings.ts';
import { isPostingPath, packPathsOf } from '../sites.ts';
import { editThroughPage, rewriteThroughPage } from './page-editor.ts';
import type { Sender } from './senders.ts';
import { withSidecar } from './sidecar-state.ts';
import { siteOf } from './sites-on.ts';
import { noteFrame } from './tab-frames.ts';
import { keepVerdict } from './wrong-verdicts.ts';

type Frame = Extract<Sender, { kind: 'frame' }>;

/** Answers a message of a frame. What a frame can reach: its settings, its own marks, its own editor; never the sidecar. */
export async function answerFrame(message: unknown, frame: Frame): Promise<unknown> {
  const parsed = frameMessageSchema.safeParse(message);
  if (!parsed.success) return undefined;
  return handle(parsed.data, frame);
}

async function handle(message: FrameMessage, frame: Frame): Promise<unknown> {
  switch (message.type) {
    case 'frame/field-found':
      return { started: await startMarker(frame, message.onlyAt) };
    case 'frame/settings':
      return frameSettings(frame.host);
    case 'frame/fields': {
      const marks = message.fields.flatMap((field) => field.check.findings.filter(isMarked));
      return noteFrame(frame.tabId, frame.frameId, marks.length);
    }
    case 'frame/ignore':
      return message.scope === 'term'
        ? append(ignoredTerms, message.value.toLowerCase())
        : append(ignoredRules, message.value);
    case 'frame/decision': {
      const { type: _, ...decision } = message;
      return tellSidecar(frame, decision);
    }
    case 'frame/wrong': {
      const { ruleId, category } = message.verdict;
      await keepVerdict(message.verdict);
      return tellSidecar(frame, { ruleId, category, source: 'curated', decision: 'wrong' });
    }
    case 'frame/page-editor':
      return { done: await editThroughPage(frame, message.edit) };
    case 'frame/page-rewrite':
      return { done: await rewriteThroughPage(frame, message.rewrite) };
    case 'frame/open-panel':
      return undefined;
  }
}

async function startMarker(frame: Frame, onlyAt: string | undefined): Promise<boolean> {
  const reading = packsInForce();
  if ((await siteOf(frame.host, reading)).site !== 'on') return false;
  const sitePaths = packPathsOf(frame.host, await reading);
  if (onlyAt !== undefined && !isPostingPath(frame.host, onlyAt, sitePaths)) return false;
  await injectMarker(frame);
  return true;
}

/** A decision is a courtesy to the report: without a sidecar it is simply not counted. */
async function tellSidecar(frame: Frame, decision: Omit<Decision, 'postingId'>): Promise<void> {
  await withSidecar((client) => client.decide([{ postingId: frame.host, ...decision }])).catch(
    () => undefined,
  );
}

/** Opens the side panel; must run before any wait, because Chrome asks for the user's click to be fresh. */
export function openPanel(message: unknown, tabId: number): boolean {
  const parsed = frameMessageSchema.safeParse(message);
  if (!parsed.success || parsed.data.type !== 'frame/open-panel') return false;
  chrome.sidePanel.open({ tabId }).catch(() => undefined);
  return true;
}

export async function injectMarker(frame: Pick<Frame, 'tabId' | 'frameId'>): Promise<void> {
  await chrome.scripting.executeScript({
    target: { tabId: frame.tabId, frameIds: [frame.frameId] },
    files: ['/marker.js'],
    // The field is there: nothing else of the page has to be waited for.
    injectImmediately: true,
  });
}

async function frameSettings(host: string): Promise<FrameSettings> {
  const reading = packsInForce();
  const [{ site }, packs, company, own, size, terms, rules, choices, how] = await Promise.all([
    siteOf(host, reading),
    reading,
    managed.jurisdictions.get(),
    jurisdictions.get(),
    employerSize.get(),
    ignoredTerms.get(),
    ignoredRules.get(),
    fieldChoices.get(),
    drawing.get(),
  ]);
  return {
    on: site === 'on',
    jurisdictions: company ?? own,
    packs,
    sitePaths: packPathsOf(host, packs),
    employerSize: size,
    ignoredTerms: terms,
    ignoredRules: rules,
    fieldChoices: choices[host] ?? [],
    drawing: how,
  };
}

async function append(list: Setting<string[]>, value: string): Promise<void> {
  const before = await list.get();
  if (!before.includes(value)) await list.set([...before, value]);
}
