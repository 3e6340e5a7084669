import { openModelFile } from '../../language-model/architecture/model-file.ts';
import { type PassSize, packTexts } from '../../language-model/architecture/packed-batch.ts';
import { buildTransformer } from '../../language-model/architecture/transformer.ts';
import { openSession } from '../../language-model/onnx/session.ts';
import { createTokenizer, type Tokenizer } from '../../language-model/tokenizer.ts';
import type { TokenModel } from './perturbed-decoding.ts';

/** A model file that is read and never changed. The owner closes it. */
export interface OpenTokenModel extends TokenModel {
  readonly tokenizer: Tokenizer;
  readonly pass: PassSize;
  close(): Promise<void>;
}

/**
 * Opens a model file for reading hidden states and whole distributions: the forward half of the graph that trains adapters.
 * @throws GgufError for a file of another kind; Error when onnxruntime is missing
 */
export async function openTokenModel(
  path: string,
  { pass, threads }: { pass: PassSize; threads: number },
): Promise<OpenTokenModel> {
  const file = openModelFile(path);
  try {
    const { configuration, gguf } = file;
    const options = { ...pass, rank: 1, adapterScale: 1, places: [], forwardOnly: true };
    const { graph, logDistribution, hidden } = buildTransformer(configuration, options);
    const weights = Object.fromEntries(gguf.tensors.map((tensor) => [tensor.name, file.weights(tensor)]));
    const session = await openSession(graph, [logDistribution, hidden], { threads });
    return {
      tokenizer: createTokenizer(gguf.metadata),
      pass,
      async read(tokens, from, signal) {
        signal?.throwIfAborted();
        const predictions = tokens.slice(from).map((_, i) => ({ at: from + i, weight: 0 }));
        const [batch] = packTexts(configuration, [{ tokens, predictions }], pass);
        if (batch === undefined) return [];
        const [distributions, states] = await session.run({ ...weights, ...batch.feeds });
        const row = (values: Float32Array | undefined, size: number, i: number) =>
          values?.slice(i * size, (i + 1) * size) ?? new Float32Array(size);
        return predictions.map((_, i) => ({
          hidden: row(states, configuration.width, i),
          logProbabilities: row(distributions, configuration.vocabulary, i),
        }));
      },
      close: () => session.close(),
    };
  } finally {
    file.close();
  }
}
