import { hashText } from '../../shared/hash.ts';
import { nearDuplicateClusters } from './near-duplicates.ts';

/** Changing it moves every document: the locked part would then no longer be unseen. */
const salt = 'detector-split-1';

export const lockedShare = 0.2;
export const outerFolds = 5;

/** `locked` documents are scored at most three times in the project's life; the others carry their outer fold. */
export type Part = 'locked' | number;

/** What the split needs of a document. */
export interface SplitDocument {
  readonly id: string;
  readonly text: string;
}

/**
 * Assigns each document to the locked part (about 20 %) or to one of five outer folds, by a salted hash of its near-duplicate
 * cluster, so that copies of one advertisement never stand on both sides. Depends on the set of documents, not on their order.
 * @returns one part a document, aligned with `documents`.
 */
export function splitDocuments(documents: readonly SplitDocument[]): Part[] {
  const order = documents.map((_, index) => index);
  order.sort((a, b) => compareIds(documents[a]?.id, documents[b]?.id));
  const clusters = nearDuplicateClusters(order.map((index) => documents[index]?.text ?? ''));
  const parts: Part[] = documents.map(() => 'locked');
  order.forEach((index, position) => {
    const first = documents[order[clusters[position] ?? position] ?? index];
    parts[index] = partOfCluster(first?.id ?? '');
  });
  return parts;
}

function compareIds(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The cluster is named by its smallest document id. */
function partOfCluster(clusterName: string): Part {
  const draw = Number.parseInt(hashText(`${clusterName}|${salt}`).slice(0, 12), 16) / 2 ** 48;
  if (draw < lockedShare) return 'locked';
  return Math.floor(((draw - lockedShare) / (1 - lockedShare)) * outerFolds);
}
