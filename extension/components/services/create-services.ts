import { createDetector, isEnglish } from '../../../shared/detection/detector.ts';
import { scoreFindings } from '../../../shared/detection/score.ts';
import { curatedRewrite } from '../../../shared/edits/curated-rewrite.ts';
import { laws } from '../../../shared/lexicon/laws.ts';
import type { Check } from '../../../shared/protocol/check.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import { askReport } from '../../ask-report.ts';
import { askRewrite } from '../../ask-rewrite.ts';
import type { SendRequest } from '../../pages-client.ts';
import { createSessionHistory } from '../history/session-history.ts';
import type { CheckSettings } from './check-settings.ts';
import type { PageServices } from './services.ts';

/** The services of the running extension, for one state of the settings. */
export function createServices(settings: CheckSettings, send: SendRequest): PageServices {
  const detector = createDetector({
    jurisdictions: settings.jurisdictions,
    packs: settings.packs,
    ...(settings.employerSize ? { employerSize: settings.employerSize } : {}),
  });
  return {
    send,
    askRewrite,
    askReport,
    rewriteAlone: (text, findings) => ({ ...curatedRewrite(text, findings), notes: [] }),
    check: (text) => withoutIgnored(detector.check(text), settings),
    checkPosting: (posting) => withoutIgnored(detector.checkPosting(posting), settings),
    isEnglish,
    legal: { jurisdictions: settings.jurisdictions, checkedOn: oldestCheck(laws) },
    history: createSessionHistory(chrome.storage.session),
    now: () => new Date(),
  };
}

/** What the user ignores neither shows nor costs points. */
function withoutIgnored(check: Check, settings: CheckSettings): Check {
  const terms = new Set(settings.ignoredTerms);
  const rules = new Set(settings.ignoredRules);
  const kept = (finding: Finding) => !rules.has(finding.ruleId) && !terms.has(finding.text.toLowerCase());
  const findings = check.findings.filter(kept);
  if (findings.length === check.findings.length) return check;
  return { ...check, findings, score: scoreFindings(findings) };
}

/** The laws were not all looked at on one day; the oldest day is the honest one. */
function oldestCheck(checked: readonly { readonly checkedOn: string }[]): string {
  return checked.map((law) => law.checkedOn).reduce((a, b) => (a.localeCompare(b) < 0 ? a : b));
}
