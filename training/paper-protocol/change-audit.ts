import { diffWordsWithSpace } from 'diff';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { GrammarChecker } from './grammar-checker.ts';
import type { ChangeAudit } from './record.ts';

/** One posting as a method left it. */
export interface AuditedRewrite {
  readonly original: string;
  readonly rewritten: string;
  readonly edits: readonly Edit[];
  readonly factsBroken: number;
}

export interface AuditTools {
  readonly findings: (text: string) => readonly Finding[];
  readonly grammar: GrammarChecker | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * What a method's changes did, over all its postings: the automatic form of the labels that the paper's authors gave by hand.
 * Facts are those that the fact guard would have kept; errors and findings count where the original has none like them.
 */
export async function auditChanges(
  method: string,
  rewrites: readonly AuditedRewrite[],
  { findings, grammar, signal }: AuditTools,
): Promise<ChangeAudit> {
  let grammarErrors = 0;
  for (const { original, rewritten } of rewrites) {
    signal?.throwIfAborted();
    if (grammar === undefined || rewritten === original) continue;
    grammarErrors += added(await grammar.errors(original), await grammar.errors(rewritten));
  }
  const sum = (of: (rewrite: AuditedRewrite) => number) =>
    rewrites.reduce((total, rewrite) => total + of(rewrite), 0);
  const excluding = (text: string) =>
    findings(text)
      .filter(({ polarity }) => polarity === 'excludes')
      .map(({ ruleId }) => ruleId);
  return {
    method,
    postings: rewrites.length,
    edits: sum(({ edits }) => edits.length),
    factsBroken: sum(({ factsBroken }) => factsBroken),
    addressesChanged: sum(({ original, rewritten }) => {
      const [before, after] = [addressesOf(original), addressesOf(rewritten)];
      return added(before, after) + added(after, before);
    }),
    grammarErrors: grammar === undefined ? null : grammarErrors,
    newFindings: sum(({ original, rewritten }) =>
      rewritten === original ? 0 : added(excluding(original), excluding(rewritten)),
    ),
    lengthChange: sum(({ original, rewritten }) => rewritten.length / original.length - 1) / rewrites.length,
    copyRate: sum(({ original, rewritten }) => copyRate(original, rewritten)) / rewrites.length,
  };
}

function addressesOf(text: string): string[] {
  return extractFacts(text)
    .filter(({ kind }) => kind === 'url' || kind === 'email')
    .map(({ value }) => value);
}

/** Share of the words of `original` that a word diff leaves in place; 1 for a text without words. */
export function copyRate(original: string, rewritten: string): number {
  const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '').length;
  const total = words(original);
  if (total === 0 || original === rewritten) return 1;
  const removed = diffWordsWithSpace(original, rewritten)
    .filter((change) => change.removed)
    .reduce((sum, { value }) => sum + words(value), 0);
  return Math.max(0, 1 - removed / total);
}

/** How many items of `after` have no partner in `before`. */
function added(before: readonly string[], after: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of before) left.set(item, (left.get(item) ?? 0) + 1);
  return after.filter((item) => {
    const count = left.get(item) ?? 0;
    left.set(item, count - 1);
    return count <= 0;
  }).length;
}
