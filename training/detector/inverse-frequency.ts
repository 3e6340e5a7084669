import { bucketCount } from '../../shared/detection/classifier/features.ts';

const most = 8;

/**
 * Inverse document frequency of every bucket, `log((n + 1) / (f + 1))` and at most 8.
 * @param units distinct buckets of each of the n sentences or documents; f of them hold a bucket.
 */
export function inverseFrequency(units: readonly Iterable<number>[]): Float64Array {
  const counts = new Float64Array(bucketCount);
  for (const unit of units) for (const bucket of unit) (counts[bucket] as number) += 1;
  return counts.map((count) => Math.min(most, Math.log((units.length + 1) / (count + 1))));
}
