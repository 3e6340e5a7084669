/** A failure that a person can mend: the message says what is wrong, `mend` what to do about it. Both are shown. */
export class MendableError extends Error {
  readonly mend: string;
  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}
