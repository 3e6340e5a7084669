import { arithmetic } from '../language-model/autodiff/arithmetic.ts';
import { operations } from '../language-model/autodiff/operations.ts';
import { createTape, type Tape } from '../language-model/autodiff/tape.ts';
import { createGraph, type Graph, type Tensor } from '../language-model/onnx/graph.ts';

/** How many numbers there are of everything in one pass. */
export interface ConvolutionShape {
  readonly sentences: number;
  /** Words of a sentence; shorter ones are filled up with zeros. */
  readonly length: number;
  /** Numbers that stand for a word and its neighbours. */
  readonly inputs: number;
  readonly filters: number;
  readonly outputs: number;
}

export interface ConvolutionGraph {
  readonly graph: Graph;
  /** [sentences, outputs] */
  readonly logits: Tensor;
  /** Of `windows`, `filters` and `heads`, given the loss's slopes at the logits in the input `slopes`. */
  readonly gradients: readonly Tensor[];
}

/**
 * A convolution layer over words, the highest answer of each filter in the sentence, and a linear layer, with the backward pass.
 * Source: Kim 2014, "Convolutional neural networks for sentence classification" (arXiv 1408.5882).
 *
 * Inputs: `windows` [sentences x length, inputs], `filters` [inputs, filters], `heads` [filters, outputs], `slopes` [sentences, outputs].
 */
export function buildConvolution(shape: ConvolutionShape): ConvolutionGraph {
  const { sentences, length, inputs, filters, outputs } = shape;
  const graph = createGraph();
  const tape = createTape(graph);
  const { reshape } = operations(tape);
  const windows = graph.input('windows', [sentences * length, inputs]);
  const weights = graph.input('filters', [inputs, filters]);
  const heads = graph.input('heads', [filters, outputs]);
  const slopes = graph.input('slopes', [sentences, outputs]);

  const answers = rectified(tape, product(tape, windows, weights));
  const highest = highestOfSentence(tape, reshape(answers, [sentences, length, filters]));
  const logits = product(tape, reshape(highest, [sentences, filters]), heads);
  return { graph, logits, gradients: tape.differentiate(logits, slopes, [windows, weights, heads]) };
}

/** A matrix product with gradients for both sides. */
function product(tape: Tape, a: Tensor, b: Tensor): Tensor {
  const math = arithmetic(tape.graph);
  return tape.record(math.product(a, b), (g) => [
    [a, math.productTransposed(g, b)],
    [b, math.transposedProduct(a, g)],
  ]);
}

function rectified(tape: Tape, x: Tensor): Tensor {
  const { graph } = tape;
  const value = graph.node('Relu', [x], x.shape);
  return tape.record(value, (g) => [
    [x, graph.node('Mul', [g, graph.node('Sign', [value], x.shape)], x.shape)],
  ]);
}

/** The highest value over the second of three axes; the gradient goes to where it stands. */
function highestOfSentence(tape: Tape, x: Tensor): Tensor {
  const { graph } = tape;
  const [sentences = 1, , filters = 1] = x.shape;
  const value = graph.node('ReduceMax', [x], [sentences, 1, filters], { axes: [1], keepdims: 1 });
  return tape.record(value, (g) => {
    const stands = graph.node('Cast', [graph.node('Equal', [x, value], x.shape)], x.shape, { to: 1 });
    return [[x, graph.node('Mul', [g, stands], x.shape)]];
  });
}
