import { CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { registerTrainPolicy } from './train-policy.ts';

/** `autorefine train policy|model`. */
export const registerTrain: RegisterCommand = (program, context) => {
  const train = program.command('train').description('train the span policy or a language model');
  registerTrainPolicy(train, context);
  train
    .command('model')
    .description('train a language model (not in this version)')
    .option('--base <name>', 'language model to start from')
    .action(() => {
      throw new CommandError(
        'Training a language model is not in this version; `train policy` trains the span policy.',
        exitCodes.missingService,
      );
    });
};
