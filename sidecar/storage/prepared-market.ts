import type { Database } from './database.ts';
import { createMadeOfPool } from './made-of-pool.ts';

/** Remembers that all was made of the pool that a recommender needs to be opened without a look at anybody's text. */
export interface PreparedMarket {
  /** Whether that was this recommender, over the pool as it is now. */
  isFor(recommender: string): boolean;
  /** Writes nothing where the pool is in another state by now. */
  write(state: string, recommender: string): void;
  /** Vectors are not there any more, say. */
  forget(): void;
}

/** @param poolState the state that the pool is in now */
export function createPreparedMarket(database: Database, poolState: () => string): PreparedMarket {
  const kept = createMadeOfPool(database, 'market', ['recommender'], poolState);
  return {
    isFor: (recommender) => kept.read(poolState())?.recommender.toString() === recommender,
    write: (state, recommender) => kept.write(state, { recommender: Buffer.from(recommender) }),
    forget: kept.remove,
  };
}
