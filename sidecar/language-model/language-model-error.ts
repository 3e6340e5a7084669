/** A language model cannot be used; the message says why and what to do. */
export class LanguageModelError extends Error {
  override readonly name = 'LanguageModelError';
}
