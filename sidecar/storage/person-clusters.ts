import { z } from 'zod';
import type { PersonClusterStore } from '../recommender/kept-clusters.ts';
import type { Database } from './database.ts';
import { createMadeOfPool } from './made-of-pool.ts';
import { parseJson } from './parse-json.ts';

const clustersSchema = z.array(z.string());

/** Person clusters, kept with what else was made of the pool. What cannot be read counts as none. */
export function createPersonClusterTable(database: Database, poolState: () => string): PersonClusterStore {
  const kept = createMadeOfPool(database, 'person clusters', ['clusters'], poolState);
  return {
    read: (state) => clustersSchema.safeParse(parseJson(kept.read(state)?.clusters.toString() ?? '')).data,
    write: (state, clusters) => kept.write(state, { clusters: Buffer.from(JSON.stringify(clusters)) }),
  };
}
