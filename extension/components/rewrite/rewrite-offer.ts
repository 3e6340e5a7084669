import { applyEdits } from '../../../shared/edits/apply-edits.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { Engine, Estimate, Rewrite } from '../../../shared/protocol/rewrite.ts';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';

/** A rewrite of one text, offered as edits. `problem` says why the sidecar could not make it, where it tried. */
export interface RewriteOffer {
  readonly original: string;
  readonly findings: readonly Finding[];
  readonly rewrite: Rewrite;
  readonly by: 'sidecar' | 'alone';
  readonly problem?: string;
}

export interface RewriteServices {
  readonly send: SendRequest;
  /** The first fitting suggestion of every finding, made in the page without the sidecar. */
  readonly rewriteAlone: (text: string, findings: readonly Finding[]) => Rewrite;
}

export interface RewriteSource {
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Asks the sidecar when it is paired, and falls back to the built-in rules when it is not or cannot. */
export async function makeOffer(
  { text, findings }: RewriteSource,
  sidecar: SidecarState,
  engine: Engine,
  { send, rewriteAlone }: RewriteServices,
  signal: AbortSignal,
): Promise<RewriteOffer> {
  const alone = () => ({
    original: text,
    findings,
    rewrite: rewriteAlone(text, findings),
    by: 'alone' as const,
  });
  if (sidecar.state !== 'paired') return alone();
  const reply = await send({ type: 'page/rewrite', text, engine }, signal);
  if (!reply.ok) return { ...alone(), problem: reply.reason };
  return { original: text, findings, rewrite: reply.rewrite, by: 'sidecar' };
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
