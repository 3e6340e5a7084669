import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packClassifier } from '../../shared/detection/classifier/model.ts';
import { developmentDocuments, hasLabelledData } from './labelled-documents.ts';
import { createTrainer, trainingSeed } from './train-classifier.ts';
import { trainingDocuments, trainingPhrases } from './training-set.ts';

/**
 * `npm run train:detector`: trains the learned layer on all development documents and writes its weights. The same data and the same
 * rules give the same file, bit for bit. How well it does is measured by `npm run bench:detection`.
 */
const file = join(import.meta.dirname, '../../shared/detection/classifier/weights.generated.ts');

function main(): void {
  if (!hasLabelledData()) throw new Error('The labelled data is not there (../shared/data/bias).');
  const documents = trainingDocuments(developmentDocuments());
  const classifier = createTrainer(documents, trainingPhrases(), trainingSeed).trainWithout();
  const source = `import type { PackedClassifier } from './model.ts';

/** Written by \`npm run train:detector\`; see docs/detection-data-card.md. */
export const packedClassifier: PackedClassifier = ${JSON.stringify(packClassifier(classifier))};
`;
  writeFileSync(file, source);
  const kilobytes = gzipSync(source).length / 1000;
  console.log(`${documents.length} documents, weights: ${kilobytes.toFixed(1)} kB gzipped`);
}

main();
