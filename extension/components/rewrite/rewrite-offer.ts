import { applyEdits } from '../../../shared/edits/apply-edits.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { Estimate, ProgressEvent, Rewrite, RewriteRequest } from '../../../shared/protocol/rewrite.ts';
import { WorkerStoppedError } from '../../ask-over-port.ts';
import type { AskRewrite } from '../../ask-rewrite.ts';
import type { SidecarState } from '../../messages.ts';
import { PageRequestError, type SendRequest } from '../../pages-client.ts';
import type { RewriteEvent } from '../../port-messages.ts';

/** A rewrite of one text, offered as edits. `problem` says why the sidecar could not make it, or not measure it, where it tried. */
export interface RewriteOffer {
  readonly original: string;
  readonly findings: readonly Finding[];
  readonly rewrite: Rewrite;
  readonly by: 'sidecar' | 'alone';
  readonly problem?: string;
}

export interface RewriteServices {
  readonly send: SendRequest;
  readonly askRewrite: AskRewrite;
  /** The first fitting suggestion of every finding, made in the page without the sidecar. */
  readonly rewriteAlone: (text: string, findings: readonly Finding[]) => Rewrite;
}

export interface RewriteSource {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Who suggests, and how much a language model is asked for at a time. */
export type RewriteChoice = Pick<RewriteRequest, 'engine' | 'passage'>;

/** What is known while the sidecar is at work. */
export interface OfferProgress {
  readonly progress: ProgressEvent;
  /** The edits, once they are chosen and only the list is still to be measured. */
  readonly draft?: RewriteOffer;
}

interface OfferOptions extends Pick<RewriteServices, 'askRewrite' | 'rewriteAlone'> {
  readonly sidecar: SidecarState;
  readonly choice: RewriteChoice;
  readonly onProgress: (known: OfferProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Asks the sidecar when it is paired, and falls back to the built-in rules when it is not or cannot. Edits that were told before
 * something failed are kept.
 * @throws WorkerStoppedError when nothing was told before the worker stopped; the signal's reason when aborted.
 */
export async function makeOffer(
  { text, findings }: RewriteSource,
  { sidecar, choice, askRewrite, rewriteAlone, onProgress, signal }: OfferOptions,
): Promise<RewriteOffer> {
  const alone = () => ({
    original: text,
    findings,
    rewrite: rewriteAlone(text, findings),
    by: 'alone' as const,
  });
  if (sidecar.state !== 'paired') return alone();
  const edits: Edit[] = [];
  const draft = (): RewriteOffer => ({
    original: text,
    findings,
    rewrite: { text: applyEdits(text, edits), edits: [...edits], refused: [], notes: [] },
    by: 'sidecar',
  });
  const onEvent = (event: RewriteEvent) => {
    if (event.type === 'edit') edits.push(event.edit);
    else onProgress({ progress: event.progress, ...(edits.length > 0 ? { draft: draft() } : {}) });
  };
  try {
    const rewrite = await askRewrite({ text, ...choice }, onEvent, signal);
    return { original: text, findings, rewrite, by: 'sidecar' };
  } catch (error) {
    if (!(error instanceof PageRequestError)) throw error;
    if (edits.length > 0) return { ...draft(), problem: error.message };
    if (error instanceof WorkerStoppedError) throw error;
    return { ...alone(), problem: error.message };
  }
}

/** What `edits` do to the list, in words; `undefined` when the sidecar cannot say. */
export async function measure(
  original: string,
  edits: readonly Edit[],
  send: SendRequest,
  signal: AbortSignal,
): Promise<Estimate | undefined> {
  const rewritten = applyEdits(original, edits);
  const reply = await send({ type: 'page/estimate', original, rewritten }, signal);
  return reply.ok ? reply.estimate : undefined;
}

/** Why an edit is offered: the message of the finding it mends. */
export function reasonFor(edit: Edit, findings: readonly Finding[]): Finding | undefined {
  const overlapping = findings.filter((f) => f.start < edit.end && edit.start < f.end);
  return overlapping.find((f) => f.ruleId === edit.ruleId) ?? overlapping[0];
}

/** The words around an edit, cut at word borders, at most `length` UTF-16 code units on each side. */
export function contextOf(text: string, edit: Edit, length = 36): { left: string; right: string } {
  const lineStart = text.lastIndexOf('\n', edit.start - 1) + 1;
  const nextBreak = text.indexOf('\n', edit.end);
  const lineEnd = nextBreak === -1 ? text.length : nextBreak;
  const left = text.slice(Math.max(lineStart, edit.start - length), edit.start);
  const right = text.slice(edit.end, Math.min(lineEnd, edit.end + length));
  const cutLeft = edit.start - length > lineStart;
  const cutRight = edit.end + length < lineEnd;
  return {
    left: cutLeft ? `…${left.replace(/^\S*\s/, '')}` : left,
    right: cutRight ? `${right.replace(/\s\S*$/, '')}…` : right,
  };
}
