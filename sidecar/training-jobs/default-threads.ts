import { availableParallelism } from 'node:os';

/** Half of the processors: people work on this machine, and hyper-threads add little. */
export function defaultThreads(): number {
  return Math.max(1, Math.ceil(availableParallelism() / 2));
}
