import { hashText } from '../shared/hash.ts';
import { nearDuplicateClusters } from './detector/near-duplicates.ts';
import type { CandidatePool } from './recommender.ts';

/** Parts of the candidates and their shares. Search and training see `optimise`, choices among runs `select`, tables `report`. */
export const candidateParts = { optimise: 0.4, select: 0.1, report: 0.5 } as const;
export type CandidatePart = keyof typeof candidateParts;
/** Share of postings that policies train on; the rest are unseen. */
export const trainingShare = 0.7;

/**
 * Splits the candidates by a salted hash of their person cluster, so that one person never stands in two parts. A new salt
 * draws new parts. Nothing is remembered: the same clusters and salt give the same parts in any order.
 */
export function splitCandidates(pool: CandidatePool, salt: string): Record<CandidatePart, number[]> {
  const parts: Record<CandidatePart, number[]> = { optimise: [], select: [], report: [] };
  const partOf = new Map<string, CandidatePart>();
  pool.clusters.forEach((cluster, candidate) => {
    const part = partOf.get(cluster) ?? candidatePart(cluster, salt);
    partOf.set(cluster, part);
    parts[part].push(candidate);
  });
  return parts;
}

function candidatePart(cluster: string, salt: string): CandidatePart {
  const place = saltedFraction(cluster, `candidates ${salt}`);
  if (place < candidateParts.optimise) return 'optimise';
  return place < candidateParts.optimise + candidateParts.select ? 'select' : 'report';
}

export interface SplittablePosting {
  readonly text: string;
  readonly employer?: string | undefined;
}

/**
 * Splits postings 70/30. Near-duplicates and postings of one employer stay together, so that an unseen posting is unseen.
 * @returns indices into `postings`
 */
export function splitPostings(
  postings: readonly SplittablePosting[],
  salt: string,
): { training: number[]; unseen: number[] } {
  const parts = { training: [] as number[], unseen: [] as number[] };
  postingClusters(postings).forEach((cluster, index) => {
    const name = postings[cluster]?.text ?? '';
    parts[saltedFraction(name, `postings ${salt}`) < trainingShare ? 'training' : 'unseen'].push(index);
  });
  return parts;
}

/** Index of the first posting of each posting's cluster, joined by near-duplicate text or by employer, transitively. */
export function postingClusters(postings: readonly SplittablePosting[]): number[] {
  const parent = nearDuplicateClusters(postings.map((posting) => posting.text));
  const root = (index: number): number => {
    const up = parent[index] as number;
    return up === index ? index : root(up);
  };
  const firstOf = new Map<string, number>();
  postings.forEach(({ employer }, index) => {
    const name = employer?.trim().toLowerCase();
    if (!name) return;
    const [a, b] = [root(firstOf.get(name) ?? index), root(index)];
    parent[Math.max(a, b)] = Math.min(a, b);
    if (!firstOf.has(name)) firstOf.set(name, index);
  });
  return postings.map((_, index) => root(index));
}

/** A number in [0, 1) from a name and a salt; the salt stands last so that it stirs every bit. */
function saltedFraction(name: string, salt: string): number {
  return Number.parseInt(hashText(`${name}\n${salt}`).slice(0, 8), 16) / 2 ** 32;
}
