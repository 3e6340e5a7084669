/** Training cannot begin; the message says what is missing, `mend` what to do about it. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
  readonly mend: string;
  constructor(message: string, mend: string) {
    super(message);
    this.mend = mend;
  }
}

/** There is no run of this id. */
export class UnknownRunError extends Error {
  override readonly name = 'UnknownRunError';
}
