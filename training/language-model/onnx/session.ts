import type * as Runtime from 'onnxruntime-node';
import type { Graph, Tensor } from './graph.ts';

/** A compiled graph. */
export interface GraphSession {
  /**
   * Feeds every input by name and gives `wanted`, one after the other: some of the outputs it was opened with, all of them
   * when absent.
   */
  run(
    feeds: Readonly<Record<string, Float32Array | BigInt64Array>>,
    wanted?: readonly Tensor[],
  ): Promise<Float32Array[]>;
  close(): Promise<void>;
}

export interface SessionOptions {
  /** One thread gives bit-identical results; more are faster. */
  readonly threads: number;
}

/**
 * Compiles a graph for the CPU by onnxruntime.
 * @throws Error when the optional package onnxruntime-node is not installed on this machine.
 */
export async function openSession(
  graph: Graph,
  outputs: readonly Tensor[],
  options: SessionOptions,
): Promise<GraphSession> {
  const runtime = await loadRuntime();
  const session = await runtime.InferenceSession.create(graph.encode(outputs), {
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Errors only: a forward pass leaves constants of the backward pass unused, and each would be a warning.
    logSeverityLevel: 3,
  });
  return {
    run: async (feeds, wanted = outputs) => {
      const tensors = Object.fromEntries(
        graph.inputs.map((input) => [input.name, toRuntimeTensor(runtime, input, feeds[input.name])]),
      );
      const results = await session.run(
        tensors,
        wanted.map(({ name }) => name),
      );
      return wanted.map((output) => {
        const data = results[output.name]?.data;
        if (!(data instanceof Float32Array)) throw new TypeError(`Output "${output.name}" is not float32.`);
        return data;
      });
    },
    close: () => session.release(),
  };
}

async function loadRuntime(): Promise<typeof Runtime> {
  try {
    return await import('onnxruntime-node');
  } catch (cause) {
    throw new Error(
      'Training a language model needs the package onnxruntime-node, which could not be loaded. It has no build for Intel Macs; elsewhere run: ONNXRUNTIME_NODE_INSTALL=skip npm install',
      { cause },
    );
  }
}

function toRuntimeTensor(
  runtime: typeof Runtime,
  input: Tensor,
  data: Float32Array | BigInt64Array | undefined,
): Runtime.Tensor {
  const length = input.shape.reduce((product, size) => product * size, 1);
  if (data === undefined || data.length !== length)
    throw new RangeError(
      `Input "${input.name}" takes ${length} values (${input.shape.join(' x ')}); got ${data?.length ?? 'none'}.`,
    );
  return new runtime.Tensor(input.type, data, input.shape);
}
