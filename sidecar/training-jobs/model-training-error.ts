/** Training or taking in a model cannot begin; the message says what is missing and how much is needed. */
export class ModelTrainingError extends Error {
  override readonly name = 'ModelTrainingError';
}
