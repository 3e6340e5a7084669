import { describe, expect, it } from 'vitest';
import { labelCategories } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';
import { openSession } from '../language-model/onnx/session.ts';
import { buildConvolution } from './convolution-graph.ts';
import { noisyOrSlopes } from './convolution-loss.ts';
import { softplus } from './sigmoid.ts';

const shape = { sentences: 2, length: 3, inputs: 4, filters: 3, outputs: 2 };
const random = createRandom(4);
const numbers = (count: number) => Float32Array.from({ length: count }, () => random.normal());

describe('the convolution layer', () => {
  it('has the gradients that differences of its answers give', async () => {
    const { graph, logits, gradients } = buildConvolution(shape);
    const session = await openSession(graph, [logits, ...gradients], { threads: 1 });
    const feeds = {
      windows: numbers(24),
      filters: numbers(12),
      heads: numbers(6),
      slopes: numbers(4),
    };
    const weighed = async (changed: Partial<typeof feeds>) => {
      const [values = new Float32Array()] = await session.run({ ...feeds, ...changed }, [logits]);
      return values.reduce((sum, value, at) => sum + value * (feeds.slopes[at] as number), 0);
    };
    const found = await session.run(feeds, gradients);
    const step = 1e-3;
    for (const [index, name] of (['windows', 'filters', 'heads'] as const).entries()) {
      for (const [at, value] of feeds[name].entries()) {
        const up = await weighed({ [name]: feeds[name].with(at, value + step) });
        const down = await weighed({ [name]: feeds[name].with(at, value - step) });
        expect(found[index]?.[at]).toBeCloseTo((up - down) / (2 * step), 2);
      }
    }
    await session.close();
  });
});

describe('the loss of the noisy-or', () => {
  const unknown = labelCategories.map(() => undefined);
  const documents = [{ labels: new Set([labelCategories[0]] as const) }, { labels: new Set<never>() }];
  const pieces = [
    { document: 0, known: unknown },
    { document: 0, known: unknown },
    { document: 1, known: unknown },
    { known: labelCategories.map((_, at) => (at === 0 ? true : undefined)) },
  ];
  const logits = pieces.map(() => labelCategories.map(() => random.normal()));

  function loss(rows: readonly (readonly number[])[]): number {
    let sum = 0;
    labelCategories.forEach((category, column) => {
      documents.forEach(({ labels }, document) => {
        const none = pieces.reduce(
          (total, piece, row) =>
            piece.document === document ? total + softplus(rows[row]?.[column] as number) : total,
          0,
        );
        sum += (labels as ReadonlySet<string>).has(category) ? -Math.log(-Math.expm1(-none)) : none;
      });
    });
    return (sum + 0.3 * softplus(-((rows[3]?.[0] as number) + 2))) / documents.length;
  }

  it('has the slopes that its differences give', () => {
    const slopes = noisyOrSlopes(pieces, logits, documents);
    const step = 1e-5;
    for (const [row, values] of logits.entries()) {
      for (const [column, value] of values.entries()) {
        const near = (moved: number) => loss(logits.with(row, values.with(column, moved)));
        const difference = (near(value + step) - near(value - step)) / (2 * step);
        expect(slopes[row]?.[column]).toBeCloseTo(difference, 4);
      }
    }
  });
});
