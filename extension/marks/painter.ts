import type { Severity } from '../../shared/protocol/finding.ts';
import type { Look } from './kinds.ts';

/** A mark with its place. */
export interface PlacedMark {
  readonly range: Range;
  readonly severity: Severity;
  readonly active: boolean;
}

/** Draws the marks of one field. Never touches a node of the page's content. */
export interface Painter {
  /** Marks move with the page by themselves; otherwise they are drawn anew after everything that may move them. */
  readonly movesWithPage: boolean;
  /** Replaces what was drawn before. */
  draw(marks: readonly PlacedMark[], look: Look): void;
  clear(): void;
}
