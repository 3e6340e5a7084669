import type { DetectionSession } from '../../shared/detection/detector.ts';

/** The first piece is what is seen of most fields, so that its marks come soon; the others fill a task. UTF-16 code units. */
const firstPiece = 1_500;
const nextPieces = 12_000;

/**
 * Where a text is cut, each end further on than the one before: after a line, or else after a word, so that no sentence is
 * scanned in vain. The last end is the text's own.
 */
export function pieceEnds(text: string): number[] {
  const ends: number[] = [];
  for (let end = firstPiece; end < text.length; end += nextPieces) {
    const line = text.indexOf('\n', end);
    const cut = line >= 0 && line - end < nextPieces / 4 ? line + 1 : text.indexOf(' ', end) + 1;
    if (cut <= 0 || cut >= text.length) break;
    ends.push(cut);
    end = cut;
  }
  ends.push(text.length);
  return ends;
}

/**
 * Makes a session know a long text piece by piece, each in a task of its own, so that typing and scrolling go on meanwhile.
 * @param onPiece is called after each piece with its end; after the last one the session answers for the whole text at once.
 * @returns a function that ends it.
 */
export function checkInPieces(
  session: DetectionSession,
  text: string,
  onPiece: (end: number) => void,
): () => void {
  const ends = pieceEnds(text);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => {
    const end = ends.shift();
    if (end === undefined) return;
    if (ends.length > 0) {
      session.update(text.slice(0, end));
      timer = setTimeout(next, 0);
    }
    onPiece(end);
  };
  next();
  return () => clearTimeout(timer);
}
