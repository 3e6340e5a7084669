import type { TrainingOptions } from '../../../../shared/protocol/training-run.ts';
import { texts } from '../../../texts.ts';

/** What a run was asked to do, in one line. */
export function optionWords(options: TrainingOptions): string {
  const t = texts.dashboard.training;
  if (options.kind === 'model') return t.modelOptions(options.base, options.rounds, options.seed);
  return t.policyOptions(t.form.refinements[options.refinement], options.epochs, options.seed);
}
