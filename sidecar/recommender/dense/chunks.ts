const sentenceEnd = /(?<=[.!?;])\s+|\n+|(?<=\p{Ll}{2}\.)(?=\p{Lu})/u;
const mostWords = 120;
/** A boundary follows about every fourth sentence that may end a chunk. */
const boundaryShare = 4;

/**
 * Cuts a whole text into chunks of sentences. Boundaries depend on the sentence they follow and not on what went before,
 * so that a changed sentence changes one chunk (or two, when it was a boundary) and the others stay in the cache.
 */
export function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  let open: string[] = [];
  let words = 0;
  for (const raw of text.split(sentenceEnd)) {
    const sentence = raw.trim();
    if (sentence.length === 0) continue;
    open.push(sentence);
    words += sentence.split(/\s+/).length;
    if (words >= mostWords || isBoundary(sentence)) {
      chunks.push(open.join('\n'));
      open = [];
      words = 0;
    }
  }
  if (open.length > 0) chunks.push(open.join('\n'));
  return chunks;
}

function isBoundary(sentence: string): boolean {
  let hash = 0;
  for (let i = 0; i < sentence.length; i += 1) hash = Math.imul(hash ^ sentence.charCodeAt(i), 0x01000193);
  return (hash >>> 8) % boundaryShare === 0;
}
