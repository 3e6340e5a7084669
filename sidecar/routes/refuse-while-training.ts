import { HttpProblem } from '../security/http-problem.ts';
import type { TrainingDesk } from '../training-jobs/training-desk.ts';

/** Nobody is erased while a training run has read them. @throws HttpProblem that names the run */
export function refuseWhileTraining(training: Pick<TrainingDesk, 'current'>): void {
  const run = training.current();
  if (run === undefined) return;
  throw new HttpProblem(
    409,
    `The training run ${run.id} is under way and has read everyone.`,
    'Stop it, erase, and let it go on: it then reads the candidates anew.',
  );
}
