import type { Check } from '../../../shared/protocol/check.ts';
import type { Posting } from '../../../shared/protocol/posting.ts';
import type { AskReport } from '../../ask-report.ts';
import type { LegalSettings } from '../findings/LegalChecks.tsx';
import type { SessionHistory } from '../history/session-history.ts';
import type { RewriteServices } from '../rewrite/rewrite-offer.ts';

/** Checking in the page itself: no network, no model, no wait. Findings that the user ignores are left out. */
export interface CheckServices {
  readonly check: (text: string) => Check;
  readonly checkPosting: (posting: Posting) => Check;
  readonly isEnglish: (text: string) => boolean;
}

/** What the pages need from outside, so that tests and other pages give their own. */
export interface PageServices extends RewriteServices, CheckServices {
  readonly askReport: AskReport;
  readonly legal: LegalSettings;
  readonly history: SessionHistory;
  readonly now: () => Date;
}
