import type { Scorer } from './scorer.ts';

export interface HeldScorer extends Scorer {
  /** Work that was begun, in order. */
  readonly running: readonly { readonly signal: AbortSignal; release(): void }[];
}

/** A scorer that works until it is let go or its signal ends. */
export function heldScorer(): HeldScorer {
  const running: { signal: AbortSignal; release(): void }[] = [];
  const scored = {
    status: 'scored' as const,
    reward: 0,
    originalReward: 0,
    parts: { gap: 0, relevance: 1, relevanceLoss: 0, edits: 0 },
  };
  return {
    recommender: 'held',
    synthetic: true,
    running,
    score: (items, { signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        running.push({ signal, release: () => resolve(items.map(() => scored)) });
      }),
  };
}
