import { createRandom } from '../../../shared/random.ts';
import { createGraph, type Tensor } from '../onnx/graph.ts';
import { openSession } from '../onnx/session.ts';
import { arithmetic } from './arithmetic.ts';
import { createTape, type Tape } from './tape.ts';

/** Inputs of an operation under test: name to shape. `frozen` ones are fed but have no gradient. */
export interface GradientCase {
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  readonly frozen?: Readonly<Record<string, Float32Array>>;
  readonly frozenShapes?: Readonly<Record<string, readonly number[]>>;
  readonly build: (tape: Tape, inputs: Readonly<Record<string, Tensor>>) => Tensor;
}

/**
 * The largest relative difference between a gradient and the central finite difference of `sum(output · probe)` along
 * random directions, over the trainable inputs one by one.
 */
export async function largestGradientError(test: GradientCase, seed: number): Promise<number> {
  const graph = createGraph();
  const tape = createTape(graph);
  const shapes = { ...test.inputs, ...test.frozenShapes };
  const inputs = Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [name, graph.input(name, shape)]),
  );
  const output = test.build(tape, inputs);
  const probe = graph.input('probe', output.shape);
  const wanted = Object.keys(test.inputs).map((name) => inputs[name] as Tensor);
  const gradients = tape.differentiate(output, probe, wanted);
  const loss = graph.node('ReduceSum', [arithmetic(graph).multiply(output, probe)], [], { keepdims: 0 });
  const session = await openSession(graph, [loss, ...gradients], { threads: 1 });
  try {
    const random = createRandom(seed);
    const draw = (shape: readonly number[], scale: number) =>
      Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => random.normal() * scale);
    const feeds: Record<string, Float32Array> = { ...test.frozen, probe: draw(output.shape, 1) };
    for (const [name, shape] of Object.entries(test.inputs)) feeds[name] = draw(shape, 0.7);
    for (const [name, shape] of Object.entries(test.frozenShapes ?? {})) feeds[name] ??= draw(shape, 0.7);

    const [, ...analytic] = await session.run(feeds);
    let largest = 0;
    for (const [index, [name, shape]] of Object.entries(test.inputs).entries()) {
      const direction = draw(shape, 1);
      const value = feeds[name] as Float32Array;
      const lossAt = async (step: number) => {
        const moved = value.map((x, i) => x + step * (direction[i] ?? 0));
        return (await session.run({ ...feeds, [name]: moved }))[0]?.[0] ?? Number.NaN;
      };
      const step = 2e-3;
      const numeric = ((await lossAt(step)) - (await lossAt(-step))) / (2 * step);
      const exact = (analytic[index] as Float32Array).reduce((sum, g, i) => sum + g * (direction[i] ?? 0), 0);
      largest = Math.max(largest, Math.abs(numeric - exact) / Math.max(1, Math.abs(exact)));
    }
    return largest;
  } finally {
    await session.close();
  }
}
