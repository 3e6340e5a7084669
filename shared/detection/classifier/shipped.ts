import { type Classifier, unpackClassifier } from './model.ts';
import { packedClassifier } from './weights.generated.ts';

let classifier: Classifier | undefined;

/** The classifier that ships, unpacked when it is first needed. */
export function shippedClassifier(): Classifier {
  classifier ??= unpackClassifier(packedClassifier);
  return classifier;
}
