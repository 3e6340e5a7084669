import { createRandom } from '../../shared/random.ts';

export interface ClusterOptions {
  /** Words in a shingle. */
  readonly shingle?: number;
  /** Two documents whose estimated Jaccard similarity reaches this are one cluster (transitively). */
  readonly similarity?: number;
  readonly seed?: number;
}

const bands = 32;
const rowsPerBand = 4;
const signatureLength = bands * rowsPerBand;

/**
 * Clusters of near-duplicate texts: minhash signatures over word shingles, banded for candidate pairs, confirmed by the share
 * of equal signature entries, joined transitively.
 * Source: Broder 1997, "On the resemblance and containment of documents".
 * @returns one cluster number a text, aligned with `texts`: the index of the cluster's first text.
 */
export function nearDuplicateClusters(texts: readonly string[], options: ClusterOptions = {}): number[] {
  const { shingle = 4, similarity = 0.4, seed = 1 } = options;
  const signature = signer(seed);
  const signatures = texts.map((text) => signature(shingles(text, shingle)));
  const parent = texts.map((_, index) => index);
  const root = (index: number): number => {
    let at = index;
    while (parent[at] !== at) at = parent[at] as number;
    return at;
  };

  for (let band = 0; band < bands; band += 1) {
    const buckets = new Map<string, number[]>();
    signatures.forEach((one, index) => {
      const key = one.subarray(band * rowsPerBand, (band + 1) * rowsPerBand).join(',');
      const members = buckets.get(key);
      if (!members) {
        buckets.set(key, [index]);
        return;
      }
      for (const member of members) {
        const [a, b] = [root(member), root(index)];
        if (a === b || agreement(signatures[member], one) < similarity) continue;
        parent[Math.max(a, b)] = Math.min(a, b);
      }
      members.push(index);
    });
  }
  return texts.map((_, index) => root(index));
}

/** Share of equal entries: an unbiased estimate of the Jaccard similarity of the shingle sets. */
function agreement(a: Uint32Array | undefined, b: Uint32Array): number {
  let equal = 0;
  b.forEach((value, index) => {
    if (a?.[index] === value) equal += 1;
  });
  return equal / b.length;
}

function shingles(text: string, size: number): Set<number> {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const hashes = new Set<number>();
  for (let start = 0; start + size <= Math.max(words.length, size); start += 1) {
    hashes.add(hash32(words.slice(start, start + size).join(' ')));
  }
  return hashes;
}

/** 32-bit FNV-1a: shingles need speed, not the 64 bits of `hashText`. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function signer(seed: number): (hashes: ReadonlySet<number>) => Uint32Array {
  const random = createRandom(seed);
  const multipliers = Uint32Array.from({ length: signatureLength }, () => random.integer(2 ** 31) * 2 + 1);
  const offsets = Uint32Array.from({ length: signatureLength }, () => random.integer(2 ** 32));
  return (hashes) => {
    const smallest = new Uint32Array(signatureLength).fill(0xffffffff);
    for (const hash of hashes) {
      for (let row = 0; row < signatureLength; row += 1) {
        const mixed = Math.imul(hash ^ (offsets[row] as number), multipliers[row] as number);
        const value = (mixed ^ (mixed >>> 15)) >>> 0;
        if (value < (smallest[row] as number)) smallest[row] = value;
      }
    }
    return smallest;
  };
}
