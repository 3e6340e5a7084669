import {
  deleteModel,
  listModels,
  type ModelCard,
  type ModelStore,
  rollBackModel,
} from '../training-jobs/deployed-models.ts';
import { exportModel } from '../training-jobs/export-model.ts';
import { type CompareOptions, compareModel } from './compare-model.ts';
import { type CommandContext, CommandError } from './context.ts';
import { describeModels } from './describe-model-training.ts';

export interface KeptModelOptions extends CompareOptions {
  readonly list: boolean;
  readonly compare?: string | undefined;
  readonly export?: string | undefined;
  readonly out?: string | undefined;
  readonly remove?: string | undefined;
  readonly rollBack: boolean;
}

const actor = 'command line';

/**
 * What is done with models that were trained before: listed, compared, exported, deleted, rolled back.
 * @returns whether one of these was asked for
 */
export async function useKeptModels(
  models: ModelStore,
  options: KeptModelOptions,
  context: CommandContext,
): Promise<boolean> {
  const { stdout } = context;
  if (options.list) stdout.write(describeModels(models, options.json));
  else if (options.compare !== undefined) {
    await compareModel(models, findCard(models, options.compare), options, context);
  } else if (options.export !== undefined) {
    if (options.out === undefined) throw new CommandError('Name an empty folder to export to with --out.');
    const card = findCard(models, options.export);
    const files = await exportModel(models, card, options.out, context.signal);
    stdout.write(
      options.json
        ? `${JSON.stringify({ model: card.name, folder: options.out, files })}\n`
        : `${files.join(', ')} are in ${options.out}.\n`,
    );
  } else if (options.remove !== undefined) {
    await deleteModel(models, findCard(models, options.remove).name, actor);
    stdout.write(`${options.remove} is deleted; its record is kept.\n`);
  } else if (options.rollBack) {
    const now = await rollBackModel(models, actor);
    stdout.write(now === undefined ? 'No trained model is in force.\n' : `${now} is in force again.\n`);
  } else return false;
  return true;
}

function findCard(models: ModelStore, name: string): ModelCard {
  const cards = listModels(models).flatMap(({ card, kept }) => (kept ? [card] : []));
  const found = cards.find((card) => card.name === name);
  if (found) return found;
  const names = cards.map((card) => card.name).join(', ') || 'none';
  throw new CommandError(`"${name}" is not a trained model that is kept; these are: ${names}.`);
}
