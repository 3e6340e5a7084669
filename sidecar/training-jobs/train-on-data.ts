import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createDetector } from '../../shared/detection/detector.ts';
import { createMarketSource } from '../market/market.ts';
import { fieldsOf } from '../recommender/candidate.ts';
import { createLexicalRecommender } from '../recommender/lexical.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import { lockDataFolder } from '../storage/lock.ts';
import type { Store } from '../storage/store.ts';
import type { TrainingPosting } from './read-training-postings.ts';
import { requireSwitches } from './require-switches.ts';
import { takingTurns } from './taking-turns.ts';
import {
  type PolicyTrainingOptions,
  type PolicyTrainingResult,
  trainingFolder,
  trainPolicy,
} from './train-policy.ts';
import { TrainingError } from './training-error.ts';

export interface DataTrainingOptions
  extends Pick<
    PolicyTrainingOptions,
    'refinement' | 'epochs' | 'seed' | 'signal' | 'actor' | 'onEpoch' | 'onProgress' | 'onSaved'
  > {
  readonly store: Store;
  readonly attributes: AttributeStore;
  /** The past postings when absent. */
  readonly postings?: readonly TrainingPosting[] | undefined;
}

/**
 * The parts of candidates and postings stay the company's own, whatever the seed of a run: a run with another seed is
 * another look at the same report part, and is tested as one.
 */
const marketSeed = 1;

/**
 * Trains a policy on what the data folder holds, one run at a time in any process.
 * @throws TrainingError when the switches are off or there is too little data; StorageError while another run is under way
 */
export async function trainOnData(options: DataTrainingOptions): Promise<PolicyTrainingResult> {
  const { store, attributes, signal } = options;
  requireSwitches(store);
  const folder = join(store.directory, trainingFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = lockDataFolder(folder, 'train policy');
  try {
    const postings = options.postings ?? pastPostings(store);
    const market = await createMarketSource({ store, attributes, seed: marketSeed, signal }).current(
      ({ done, total, message }) => options.onProgress?.(done, total, message),
    );
    if (market === undefined || market.attributes.length === 0) {
      throw new TrainingError(
        'There are no candidates with self-reports to measure the list with.',
        'Import both first.',
      );
    }
    return await trainPolicy({
      ...options,
      postings,
      market: { ...market, recommender: takingTurns(market.recommender) },
      second: lexicalRecommender(store),
      detector: createDetector({ packs: store.rulePacks.all() }),
    });
  } finally {
    lock.release();
  }
}

function pastPostings(store: Store): TrainingPosting[] {
  const postings = store.postings.all().map(({ externalId, title, text, employer }) => ({
    id: externalId,
    text: text.startsWith(title) ? text : `${title}\n\n${text}`,
    // One company's own postings would all fall on one side; its departments are no employers.
    ...(employer === undefined ? {} : { employer }),
  }));
  const employers = new Set(postings.map(({ employer }) => employer));
  if (postings.length === 0)
    throw new TrainingError('There are no past postings to train on.', 'Import them first (outcomes).');
  return employers.size > 1 ? postings : postings.map(({ id, text }) => ({ id, text }));
}

function lexicalRecommender(store: Store) {
  return createLexicalRecommender(
    [...store.candidates.all()].map(({ text, occupation }) => fieldsOf(text, occupation)),
  );
}
