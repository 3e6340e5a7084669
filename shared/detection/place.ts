import type { Form } from './inflection.ts';
import type { Token } from './tokens.ts';

/** Where a rule matched in a sentence: token positions, `last` inclusive. */
export interface Place {
  readonly sentence: string;
  readonly tokens: readonly Token[];
  readonly first: number;
  readonly last: number;
  readonly form: Form;
}

/** The text a finding covers and what may stand instead, as it must be written in that place. */
export interface Fitted {
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly string[];
}
