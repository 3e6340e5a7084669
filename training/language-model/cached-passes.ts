import type { TransformerGraph } from './architecture/transformer.ts';
import type { CachedPass, CachedPassSize } from './decoder.ts';
import { openSession } from './onnx/session.ts';

/** Passes over the tokens of a decoder, compiled when first asked for. The owner closes them. */
export interface CachedPasses {
  open(size: CachedPassSize): Promise<CachedPass>;
  close(): Promise<void>;
}

export function createCachedPasses(
  build: (size: CachedPassSize) => TransformerGraph,
  threads: number,
): CachedPasses {
  const compiled = new Map<string, Promise<CachedPass & { close(): Promise<void> }>>();
  const compile = async (size: CachedPassSize) => {
    const { graph, logDistribution, cached } = build(size);
    const outputs = [logDistribution, ...cached.flatMap(({ keys, values }) => [keys, values])];
    const session = await openSession(graph, outputs, { threads });
    const run: CachedPass['run'] = async (feeds) => {
      const [distribution = new Float32Array(), ...kept] = await session.run(feeds);
      const layers = cached.map((_, layer) => ({
        keys: kept[2 * layer] ?? new Float32Array(),
        values: kept[2 * layer + 1] ?? new Float32Array(),
      }));
      return { logDistribution: distribution, layers };
    };
    return { run, close: () => session.close() };
  };
  return {
    open: (size) => {
      const key = Object.values(size).join();
      const known = compiled.get(key) ?? compile(size);
      compiled.set(key, known);
      return known;
    },
    close: async () => {
      for (const pass of compiled.values()) await (await pass).close();
    },
  };
}
