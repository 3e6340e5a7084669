import type { Detector } from '../../shared/detection/detector.ts';
import { hashText } from '../../shared/hash.ts';
import { compareSeverity, isMarked } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';

/** Rules may be mended by looking at marks in `mend` postings; the hand check draws from `check` postings only. */
export type PostingPart = 'mend' | 'check';

/** One mark of severity `coded` or worse in a real posting. */
export interface DrawnMark {
  /** Hash of the posting's text. */
  readonly document: string;
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  /** The marked words between `>>` and `<<`, with what stands around them. */
  readonly context: string;
}

const salt = 'hand-check-1';
/** Characters that are shown on each side of a mark. */
export const around = 160;

export function partOfPosting(text: string): PostingPart {
  return Number.parseInt(hashText(`${hashText(text)}|${salt}`).slice(0, 4), 16) % 5 < 2 ? 'mend' : 'check';
}

/**
 * Draws marks without replacement from the postings of one part, the same ones for the same seed and detector.
 * @param skips whether a mark is left out, by the hash of its posting and its place.
 */
export function drawMarks(
  detector: Detector,
  postings: readonly string[],
  {
    part,
    count,
    seed,
    skips = () => false,
  }: {
    readonly part: PostingPart;
    readonly count: number;
    readonly seed: number;
    readonly skips?: (mark: DrawnMark) => boolean;
  },
): DrawnMark[] {
  const marks = postings
    .filter((text) => partOfPosting(text) === part)
    .flatMap((text) =>
      detector
        .check(text)
        .findings.filter((one) => isMarked(one) && compareSeverity(one.severity, 'coded') >= 0)
        .map(({ start, end, ruleId }) => ({
          document: hashText(text),
          start,
          end,
          ruleId,
          context: contextOf(text, start, end),
        })),
    )
    .filter((mark) => !skips(mark));
  return createRandom(seed).shuffle(marks).slice(0, count);
}

/** The marks in the order of a pass: each pass has its own. */
export function orderOfPass<T>(marks: readonly T[], pass: number, seed: number): T[] {
  return createRandom(seed).fork(`pass ${pass}`).shuffle(marks);
}

function contextOf(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  return `${before}>>${text.slice(start, end)}<<${after}`.replace(/\s+/g, ' ');
}
