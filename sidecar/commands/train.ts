import { CommandError, exitCodes, type RegisterCommand } from './context.ts';

/** `autorefine train policy|model`: named in the contract, not in this version. */
export const registerTrain: RegisterCommand = (program) => {
  program
    .command('train')
    .description('train a policy or a language model (not in this version)')
    .argument('[what]', 'policy or model')
    .option('--base <name>', 'language model to start from')
    .action(() => {
      throw new CommandError(
        'Training is not in this version. `rewrite` searches the curated edits anew for each posting instead.',
        exitCodes.missingService,
      );
    });
};
