import type { Random } from '../../shared/random.ts';
import type { Configuration } from './architecture/configuration.ts';
import { type AdapterPlace, adapterNames, projectionShape } from './architecture/projections.ts';

/** LoRA matrices by their names in the graph: `a` [inputs, rank] and `b` [rank, outputs] of every place. */
export type Adapters = ReadonlyMap<string, Float32Array>;

/**
 * Fresh adapters: `a` normal with variance 1 / inputs, `b` zero, so that the model begins as the base.
 * Source: Hu et al. 2021, arXiv 2106.09685, section 4.1.
 */
export function createAdapters(
  configuration: Configuration,
  places: readonly AdapterPlace[],
  rank: number,
  random: Random,
): Map<string, Float32Array> {
  const adapters = new Map<string, Float32Array>();
  for (const place of places) {
    const [inputs, outputs] = projectionShape(configuration, place.projection);
    const names = adapterNames(place);
    const spread = 1 / Math.sqrt(inputs);
    adapters.set(
      names.a,
      Float32Array.from({ length: inputs * rank }, () => random.normal() * spread),
    );
    adapters.set(names.b, new Float32Array(rank * outputs));
  }
  return adapters;
}

/**
 * What the adapter adds to a weight matrix of shape [outputs, inputs]: `scale · (A B)ᵀ`.
 */
export function adapterDelta(
  a: Float32Array,
  b: Float32Array,
  rank: number,
  inputs: number,
  outputs: number,
  scale: number,
): Float32Array {
  const delta = new Float32Array(outputs * inputs);
  for (let output = 0; output < outputs; output += 1) {
    for (let r = 0; r < rank; r += 1) {
      const factor = scale * (b[r * outputs + output] ?? 0);
      if (factor === 0) continue;
      for (let input = 0; input < inputs; input += 1) {
        const at = output * inputs + input;
        delta[at] = (delta[at] ?? 0) + factor * (a[input * rank + r] ?? 0);
      }
    }
  }
  return delta;
}
