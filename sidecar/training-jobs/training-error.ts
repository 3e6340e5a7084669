import { MendableError } from '../mendable-error.ts';

/** Training cannot begin; the message says what is missing, `mend` what to do about it. */
export class TrainingError extends MendableError {
  override readonly name = 'TrainingError';
}

/** There is no run of this id. */
export class UnknownRunError extends Error {
  override readonly name = 'UnknownRunError';
}
