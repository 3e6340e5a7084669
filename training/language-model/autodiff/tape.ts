import type { Graph, Tensor } from '../onnx/graph.ts';

/**
 * Reverse-mode differentiation at build time: each operation adds its forward nodes at once and leaves a step that adds
 * its backward nodes. Running the steps in reverse gives one graph for both passes.
 * Source: Griewank and Walther, Evaluating Derivatives (2008), chapter 3.
 */
export interface Tape {
  readonly graph: Graph;
  /** Leaves a backward step: given the gradient of `output`, it returns the gradients of some inputs. */
  record(output: Tensor, backward: (gradient: Tensor) => readonly (readonly [Tensor, Tensor])[]): Tensor;
  /** Adds the backward nodes, starting from the gradient of one tensor. Returns the gradients of `wanted`, in order. */
  differentiate(output: Tensor, gradient: Tensor, wanted: readonly Tensor[]): Tensor[];
}

export function createTape(graph: Graph): Tape {
  const steps: { output: Tensor; backward: (gradient: Tensor) => readonly (readonly [Tensor, Tensor])[] }[] =
    [];
  return {
    graph,
    record: (output, backward) => {
      steps.push({ output, backward });
      return output;
    },
    differentiate: (output, seed, wanted) => {
      const gradients = new Map<string, Tensor>([[output.name, seed]]);
      for (const step of steps.toReversed()) {
        const gradient = gradients.get(step.output.name);
        // A value that does not reach the output has no gradient; its inputs get nothing from it.
        if (gradient === undefined) continue;
        for (const [tensor, part] of step.backward(gradient)) {
          const sum = gradients.get(tensor.name);
          gradients.set(tensor.name, sum ? graph.node('Add', [sum, part], part.shape) : part);
        }
      }
      return wanted.map((tensor) => {
        const gradient = gradients.get(tensor.name);
        if (gradient === undefined) throw new Error(`"${tensor.name}" does not influence "${output.name}".`);
        return gradient;
      });
    },
  };
}
