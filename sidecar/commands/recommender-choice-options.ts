import type { Command } from 'commander';
import { z } from 'zod';
import {
  type RecommenderChoice,
  readRecommenderChoice,
  recommenderKinds,
} from '../recommender/recommender-choice.ts';
import { CommandError } from './context.ts';

/** Schema of the options that `addRecommenderOptions` adds. */
export const recommenderOptions = {
  recommender: z.string().optional(),
  url: z.string().optional(),
  embeddingModel: z.string().optional(),
  allowOtherHost: z.boolean().optional(),
};

type RecommenderOptionValues = z.infer<z.ZodObject<typeof recommenderOptions>>;

/** `--recommender NAME [--url ADDRESS] [--embedding-model NAME] [--allow-other-host]`. */
export function addRecommenderOptions(command: Command): Command {
  return command
    .option('--recommender <name>', `which recommender is measured: ${recommenderKinds.join(', ')}`)
    .option('--url <address>', 'where an external recommender, PostgreSQL or Ollama answers')
    .option('--embedding-model <name>', 'model of the local Ollama that reads candidates and postings')
    .option(
      '--allow-other-host',
      'accept an address off this machine: posting text and candidate ids leave it',
    );
}

/** What was chosen; undefined when nothing was. @throws CommandError that names the bad value and the good ones */
export function chosenRecommender(options: RecommenderOptionValues): RecommenderChoice | undefined {
  const { recommender, url, allowOtherHost, embeddingModel: model } = options;
  if (recommender === undefined) {
    if ([url, allowOtherHost, model].every((value) => value === undefined)) return undefined;
    throw new CommandError(
      '--url, --embedding-model and --allow-other-host belong to --recommender external, postgres or ollama.',
    );
  }
  try {
    return readRecommenderChoice({ recommender, url, allowOtherHost, model });
  } catch (error) {
    throw error instanceof RangeError ? new CommandError(error.message) : error;
  }
}

/**
 * What was chosen to rewrite postings against: a search towards what the company did before would repeat it.
 * @throws CommandError for `interactions`
 */
export function chosenForRanking(options: RecommenderOptionValues): RecommenderChoice | undefined {
  const choice = chosenRecommender(options);
  if (choice?.kind !== 'interactions') return choice;
  throw new CommandError(
    `--recommender interactions learns from what the company did, bias included; it is there to be measured, and nothing is ranked or searched by it. Use ${recommenderKinds.filter((kind) => kind !== 'interactions').join(', ')}.`,
  );
}
