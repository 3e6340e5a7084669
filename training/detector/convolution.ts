import { labelCategories } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';
import { createOptimiserState, optimiserSettingsSchema, optimiserStep } from '../language-model/optimiser.ts';
import { type Instance, noisyOrSlopes } from './convolution-loss.ts';
import { longestPiece, openConvolution, type Parameters } from './convolution-passes.ts';
import type { TrainingDocument, TrainingPhrase, TrainingSentence } from './training-set.ts';

const documentsInStep = 32;
const epochs = 6;
/** Share of words that are hidden from the layer in training. */
const hidden = 0.2;

/** A piece of a sentence: longer ones are read in several. */
interface Piece extends Instance {
  readonly words: Uint16Array;
}

/** A layer that is trained. The owner closes it. */
export interface Convolution {
  /** Log odds of each category, a row a sentence. */
  score(sentences: readonly TrainingSentence[]): Promise<number[][]>;
  close(): Promise<void>;
}

/**
 * For comparison: a convolution layer over learned vectors of words with a noisy-or over the sentences of a document, all categories
 * at once, trained through the ONNX engine. `TrainingSentence.words` must be the words in their order (`wordSequence`).
 * @throws Error when the optional package onnxruntime-node is not installed on this machine.
 */
export async function trainConvolution(
  documents: readonly TrainingDocument[],
  phrases: readonly TrainingPhrase[],
  random: Random,
): Promise<Convolution> {
  const layer = await openConvolution(random.fork('parameters'));
  const steps = Math.ceil(documents.length / documentsInStep);
  const settings = optimiserSettingsSchema.parse({
    learningRate: 3e-3,
    weightDecay: 0.01,
    steps: steps * epochs,
  });
  const state = createOptimiserState();
  const known = phrases.flatMap(phrasePieces);
  const share = Math.ceil(known.length / steps);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = random.fork(`documents ${epoch}`).shuffle(documents);
    const phraseOrder = random.fork(`phrases ${epoch}`).shuffle(known);
    for (let step = 0; step < steps; step += 1) {
      const chosen = order.slice(step * documentsInStep, (step + 1) * documentsInStep);
      const pieces = [
        ...chosen.flatMap(documentPieces),
        ...phraseOrder.slice(step * share, (step + 1) * share),
      ];
      const words = pieces.map((piece) => withoutSome(piece.words, random));
      const slopes = noisyOrSlopes(pieces, await layer.logits(words), chosen);
      const gradients = await layer.gradients(words, slopes);
      optimiserStep(byName(layer.parameters), byName(gradients), state, settings);
    }
  }
  return {
    score: async (sentences) => {
      const pieces = sentences.flatMap(({ words }, sentence) =>
        piecesOf(words).map((piece) => ({ sentence, piece })),
      );
      const logits = await layer.logits(pieces.map(({ piece }) => piece));
      const rows: number[][][] = sentences.map(() => []);
      pieces.forEach(({ sentence }, index) => {
        rows[sentence]?.push(logits[index] ?? []);
      });
      return rows.map(highestOf);
    },
    close: () => layer.close(),
  };
}

function byName(parameters: Parameters): Map<string, Float32Array> {
  return new Map(Object.entries(parameters));
}

function documentPieces({ labels, sentences }: TrainingDocument, document: number): Piece[] {
  return sentences.flatMap(({ words, quoted }) => {
    const known = labelCategories.map((one) => (labels.has(one) && quoted.has(one) ? true : undefined));
    return piecesOf(words).map((piece) => ({ words: piece, document, known }));
  });
}

function phrasePieces({ words, category, neutral }: TrainingPhrase): Piece[] {
  const known = labelCategories.map((one) => (one === category ? !neutral : undefined));
  return piecesOf(words).map((piece) => ({ words: piece, known }));
}

function piecesOf(words: Uint16Array): Uint16Array[] {
  const count = Math.max(1, Math.ceil(words.length / longestPiece));
  return Array.from({ length: count }, (_, index) =>
    words.slice(index * longestPiece, (index + 1) * longestPiece),
  );
}

function withoutSome(words: Uint16Array, random: Random): Uint16Array {
  return words.filter(() => random.next() >= hidden);
}

function highestOf(rows: readonly (readonly number[])[]): number[] {
  return labelCategories.map((_, category) => Math.max(...rows.map((row) => row[category] ?? 0)));
}
