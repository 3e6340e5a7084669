import type { Edit } from '../shared/protocol/edit.ts';
import type { Category } from '../shared/protocol/finding.ts';

/** A place in a posting where a policy decides, with what may be done there. `actions[0]` keeps the text as it is. */
export interface Slot {
  readonly start: number;
  readonly end: number;
  readonly ruleId: string;
  readonly category: Category | 'statement';
  /** Detector's probability that the wording is meant as the rule takes it; 1 when it gave none. */
  readonly confidence: number;
  readonly actions: readonly Action[];
}

export interface Action {
  readonly kind: 'keep' | Edit['source'];
  readonly edits: readonly Edit[];
}
