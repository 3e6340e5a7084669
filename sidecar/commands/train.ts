import type { RegisterCommand } from './context.ts';
import { registerTrainModel } from './train-model.ts';
import { registerTrainPolicy } from './train-policy.ts';

/** `autorefine train policy|model`. */
export const registerTrain: RegisterCommand = (program, context) => {
  const train = program.command('train').description('train the span policy or a language model');
  registerTrainPolicy(train, context);
  registerTrainModel(train, context);
};
