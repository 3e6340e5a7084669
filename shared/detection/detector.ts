import { laws } from '../lexicon/laws.ts';
import { lexicon } from '../lexicon/lexicon.ts';
import { wordClasses } from '../lexicon/word-classes.ts';
import type { Check } from '../protocol/check.ts';
import type { Finding } from '../protocol/finding.ts';
import { type Posting, postingText } from '../protocol/posting.ts';
import { confidenceOf } from './classifier/classify.ts';
import type { Classifier } from './classifier/model.ts';
import { shippedClassifier } from './classifier/shipped.ts';
import { findingOf, type Hit, type ScannedDocument, type SentenceCache, scanDocument } from './document.ts';
import { guards } from './guards/guards.ts';
import { inJurisdiction } from './jurisdiction.ts';
import { labelsOf } from './labels.ts';
import { missingByLaw } from './laws.ts';
import { longSentences } from './long-sentences.ts';
import { mergePacks, type RulePack } from './merge-packs.ts';
import { withoutOverlaps } from './overlaps.ts';
import { compilePattern, type WordClasses } from './pattern.ts';
import { requirementLoad } from './requirement-load.ts';
import { compileScanner } from './scan.ts';
import { scoreFindings } from './score.ts';

export { isEnglish } from './english.ts';
export type { RulePack } from './merge-packs.ts';

export interface DetectorOptions {
  /** Rules, guards, words and laws that a company added; merged in this order. */
  readonly packs?: readonly RulePack[];
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

/**
 * Creates a detector; reading the lexicon takes some milliseconds, so keep it.
 * @throws PatternError when a pattern of a pack cannot be read.
 */
export function createDetector(options: DetectorOptions = {}): Detector {
  const { packs = [] } = options;
  const shipped = { rules: lexicon, guards, classes: wordClasses, laws };
  const set = mergePacks(shipped, packs);
  for (const pack of packs) provePatterns(pack, set.classes);
  const classifier = shippedClassifier();
  const scan = compileScanner(set.rules, set.guards, set.classes, classifier);
  const check = (document: ScannedDocument, more: readonly Finding[] = []): Check =>
    checkDocument(document, classifier, more, options.jurisdictions);
  return {
    check: (text) => check(scanDocument(text, scan)),
    checkPosting: (posting) => {
      const document = scanDocument(postingText(posting), scan);
      const lacking = missingByLaw(posting, document, { ...options, laws: set.laws });
      return check(document, [...lacking, ...requirementLoad(document)]);
    },
    hits: (text) => scanDocument(text, scan).hits,
    session: () => {
      let last: SentenceCache = new Map();
      return {
        update: (text) => {
          const kept: SentenceCache = new Map();
          const document = scanDocument(text, scan, last, kept);
          last = kept;
          return check(document);
        },
      };
    },
  };
}

/** A scanner compiles patterns when it needs them. What ships is proved by its tests, a pack when it is taken up. */
function provePatterns({ rules = [], guards: own = [] }: RulePack, classes: WordClasses): void {
  for (const pattern of [...rules, ...own].flatMap(({ patterns }) => patterns)) {
    compilePattern(pattern, classes);
  }
}

function checkDocument(
  document: ScannedDocument,
  classifier: Classifier,
  more: readonly Finding[],
  jurisdictions: readonly string[] | undefined,
): Check {
  const { text, scans, hits } = document;
  const standing = hits.filter(({ guardedBy }) => guardedBy === undefined);
  const confidence = (hit: Hit) => confidenceOf(classifier, hit.rule.category, scans[hit.sentence]?.cues);
  const inText = standing.map((hit) => inJurisdiction(findingOf(text, hit, confidence(hit)), jurisdictions));
  const findings = withoutOverlaps([...more, ...inText, ...longSentences(document)]);
  return { labels: labelsOf(document, classifier), score: scoreFindings(findings), findings };
}
