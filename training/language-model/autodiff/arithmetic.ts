import type { Graph, Tensor } from '../onnx/graph.ts';

/** Short names for graph nodes whose shapes follow from their inputs. No gradients here. */
export function arithmetic(graph: Graph) {
  const elementwise = (operator: string) => (a: Tensor, b: Tensor) =>
    graph.node(operator, [a, b], broadcast(a.shape, b.shape));
  const unary = (operator: string) => (a: Tensor) => graph.node(operator, [a], a.shape);
  const last = (tensor: Tensor) => tensor.shape.at(-1) ?? 1;
  return {
    add: elementwise('Add'),
    subtract: elementwise('Sub'),
    multiply: elementwise('Mul'),
    sigmoid: unary('Sigmoid'),
    tanh: unary('Tanh'),
    exp: unary('Exp'),
    reciprocalRoot: (a: Tensor) => graph.node('Reciprocal', [graph.node('Sqrt', [a], a.shape)], a.shape),
    softmax: (a: Tensor) => graph.node('Softmax', [a], a.shape, { axis: -1 }),
    logSoftmax: (a: Tensor) => graph.node('LogSoftmax', [a], a.shape, { axis: -1 }),
    scalar: (value: number) => graph.constant([value], [1]),
    sumLast: (a: Tensor) =>
      graph.node('ReduceSum', [a, graph.integers([a.shape.length - 1])], [...a.shape.slice(0, -1), 1], {
        keepdims: 1,
      }),
    meanLast: (a: Tensor) =>
      graph.node('ReduceMean', [a], [...a.shape.slice(0, -1), 1], { axes: [-1], keepdims: 1 }),
    /** Batched product over the last two dimensions. */
    product: (a: Tensor, b: Tensor) => graph.node('MatMul', [a, b], [...a.shape.slice(0, -1), last(b)]),
    /** `a bᵀ` of matrices. */
    productTransposed: (a: Tensor, b: Tensor) =>
      graph.node('Gemm', [a, b], [a.shape[0] ?? 1, b.shape[0] ?? 1], { transB: 1 }),
    /** `aᵀ b` of matrices. */
    transposedProduct: (a: Tensor, b: Tensor) =>
      graph.node('Gemm', [a, b], [a.shape[1] ?? 1, b.shape[1] ?? 1], { transA: 1 }),
    transpose: (a: Tensor, order: readonly number[]) =>
      graph.node(
        'Transpose',
        [a],
        order.map((axis) => a.shape[axis] ?? 1),
        { perm: order },
      ),
    reshape: (a: Tensor, shape: readonly number[]) =>
      graph.node('Reshape', [a, graph.integers(shape)], shape),
  };
}

/** The common shape of two tensors, trailing dimensions aligned. */
function broadcast(a: readonly number[], b: readonly number[]): number[] {
  const [long, short] = a.length >= b.length ? [a, b] : [b, a];
  const offset = long.length - short.length;
  return long.map((size, axis) => Math.max(size, short[axis - offset] ?? 1));
}
