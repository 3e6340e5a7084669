import type { Configuration } from './configuration.ts';

/** The matrices of a layer that an adapter can correct, by their names in a model file. */
export const projections = [
  'attn_q',
  'attn_k',
  'attn_v',
  'attn_output',
  'ffn_gate',
  'ffn_up',
  'ffn_down',
] as const;
export type Projection = (typeof projections)[number];

export interface AdapterPlace {
  readonly layer: number;
  readonly projection: Projection;
}

/** `[inputs, outputs]` of a projection. */
export function projectionShape(configuration: Configuration, projection: Projection): [number, number] {
  const { width, heads, groups, headSize, feedForward } = configuration;
  switch (projection) {
    case 'attn_q':
      return [width, heads * headSize];
    case 'attn_k':
    case 'attn_v':
      return [width, groups * headSize];
    case 'attn_output':
      return [heads * headSize, width];
    case 'ffn_gate':
    case 'ffn_up':
      return [width, feedForward];
    case 'ffn_down':
      return [feedForward, width];
  }
}

/** One adapter for each chosen projection of each layer, layer by layer. */
export function adapterPlaces(configuration: Configuration, chosen: readonly Projection[]): AdapterPlace[] {
  return Array.from({ length: configuration.layers }, (_, layer) =>
    projections
      .filter((projection) => chosen.includes(projection))
      .map((projection) => ({ layer, projection })),
  ).flat();
}

/** Graph names of an adapter's two matrices: `a` [inputs, rank], `b` [rank, outputs]. */
export function adapterNames({ layer, projection }: AdapterPlace): { a: string; b: string } {
  return { a: `blk.${layer}.${projection}.lora_a`, b: `blk.${layer}.${projection}.lora_b` };
}
