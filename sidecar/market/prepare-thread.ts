import { parentPort } from 'node:worker_threads';
import { createCandidateReader } from '../import/candidate-reader.ts';
import { openAttributes } from '../storage/attributes.ts';
import { openStore } from '../storage/store.ts';
import { startData } from '../worker-thread.ts';
import { buildRecommender } from './build-recommender.ts';
import { loadSample } from './load-sample.ts';
import { preparationSchema } from './prepare-market.ts';

/** The thread that `prepareMarket` starts. What it makes is kept in the data folder. */
const { directory, seed } = startData(preparationSchema);
const store = openStore(directory);
try {
  const attributes = openAttributes(directory);
  try {
    loadSample(store, attributes, createCandidateReader());
  } finally {
    attributes.close();
  }
  const made = await buildRecommender({
    store,
    choice: store.settings.read().recommender,
    seed,
    signal: new AbortController().signal,
    onProgress: (progress) => parentPort?.postMessage(progress),
  });
  // Who is one person is asked by whoever measures: made and kept by being read.
  if (store.settings.read().measuring) made?.pool.clusters.at(0);
  await made?.close();
} finally {
  store.close();
}
