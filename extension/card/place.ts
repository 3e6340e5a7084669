import type { Box } from '../fields/geometry.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between the words and the card, and between the card and the edge of the window. */
const gap = 8;

/**
 * Where a card goes: under the words, above them when there is no room below, never outside of the window, and never over
 * the words when either side has room.
 */
export function placeCard(anchor: Box, card: Size, viewport: Size): { left: number; top: number } {
  const below = anchor.bottom + gap;
  const above = anchor.top - gap - card.height;
  const fitsBelow = below + card.height <= viewport.height - gap;
  const top = fitsBelow || above < gap ? Math.min(below, viewport.height - gap - card.height) : above;
  const left = Math.min(anchor.left, viewport.width - gap - card.width);
  return { left: Math.max(gap, left), top: Math.max(gap, top) };
}
