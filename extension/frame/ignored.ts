import type { Finding } from '../../shared/protocol/finding.ts';
import type { FrameSettings } from '../messages.ts';

export const ignoreScopes = ['once', 'posting', 'term', 'rule'] as const;
/** This one place, the same words in this posting, the same words everywhere, the rule everywhere. */
export type IgnoreScope = (typeof ignoreScopes)[number];

/** What the user does not want to see again. `once` and `posting` last as long as the page. */
export interface IgnoreList {
  add(scope: IgnoreScope, finding: Finding, text: string): void;
  has(finding: Finding, text: string): boolean;
  adopt(settings: Pick<FrameSettings, 'ignoredTerms' | 'ignoredRules'>): void;
}

export function createIgnoreList(): IgnoreList {
  const places = new Set<string>();
  const words = new Set<string>();
  let terms = new Set<string>();
  let rules = new Set<string>();
  const wordKey = (finding: Finding) => `${finding.ruleId} ${finding.text.toLowerCase()}`;
  return {
    add(scope, finding, text) {
      if (scope === 'once') places.add(placeKey(finding, text));
      if (scope === 'posting') words.add(wordKey(finding));
      if (scope === 'term') terms.add(finding.text.toLowerCase());
      if (scope === 'rule') rules.add(finding.ruleId);
    },
    has: (finding, text) =>
      rules.has(finding.ruleId) ||
      terms.has(finding.text.toLowerCase()) ||
      words.has(wordKey(finding)) ||
      places.has(placeKey(finding, text)),
    adopt(settings) {
      terms = new Set(settings.ignoredTerms);
      rules = new Set(settings.ignoredRules);
    },
  };
}

/** A place is known by the words around it, so that it stays the same when text is added before it. */
function placeKey({ start, end, ruleId }: Finding, text: string): string {
  return `${ruleId} ${text.slice(Math.max(0, start - 24), end + 24)}`;
}
