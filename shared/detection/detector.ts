import { lexicon } from '../lexicon/lexicon.ts';
import { wordClasses } from '../lexicon/word-classes.ts';
import type { Check } from '../protocol/check.ts';
import type { Finding } from '../protocol/finding.ts';
import { type Posting, postingText } from '../protocol/posting.ts';
import { findingOf, type Hit, type ScannedDocument, type SentenceCache, scanDocument } from './document.ts';
import { guards } from './guards/guards.ts';
import { labelsOfHits } from './labels.ts';
import { withoutOverlaps } from './overlaps.ts';
import { compileScanner } from './scan.ts';
import { scoreFindings } from './score.ts';

export { isEnglish } from './english.ts';

export interface DetectorOptions {
  /** Where the job is hired for, such as `US-CO` or `DE`; decides which laws are checked. */
  readonly jurisdictions?: readonly string[];
  /** Number of employees; laws with a minimum apply from it on, and are assumed to apply when it is not known. */
  readonly employerSize?: number;
}

export interface Detector {
  /** Findings, labels and score of one text. */
  check(text: string): Check;
  /** Adds the rules that need the whole posting: laws and the load of requirements. */
  checkPosting(posting: Posting): Check;
  /** A session for text that is being typed: only sentences that changed are scanned again. */
  session(): DetectionSession;
  /** Every match of every rule, guarded ones and all polarities included. */
  hits(text: string): readonly Hit[];
}

export interface DetectionSession {
  update(text: string): Check;
}

/** Creates a detector; compiling the lexicon takes some milliseconds, so keep it. */
export function createDetector(_options: DetectorOptions = {}): Detector {
  const scan = compileScanner(lexicon, guards, wordClasses);
  return {
    check: (text) => checkDocument(scanDocument(text, scan)),
    checkPosting: (posting) => checkDocument(scanDocument(postingText(posting), scan)),
    hits: (text) => scanDocument(text, scan).hits,
    session: () => {
      let last: SentenceCache = new Map();
      return {
        update: (text) => {
          const kept: SentenceCache = new Map();
          const document = scanDocument(text, scan, last, kept);
          last = kept;
          return checkDocument(document);
        },
      };
    },
  };
}

function checkDocument({ text, hits }: ScannedDocument): Check {
  const standing = hits.filter(({ guardedBy }) => guardedBy === undefined);
  const findings: Finding[] = withoutOverlaps(standing.map((hit) => findingOf(text, hit)));
  return { labels: labelsOfHits(hits), score: scoreFindings(findings), findings };
}
