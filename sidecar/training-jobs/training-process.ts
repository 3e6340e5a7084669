import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type TrainingMessage, type TrainingStart, trainingMessageSchema } from './training-messages.ts';

/** A training process that was started. Whoever started it kills it, or it ends with them. */
export interface TrainingProcess {
  /** SIGKILL: the checkpoint of the last epoch makes that safe. */
  kill(): void;
}

export interface TrainingListener {
  onMessage(message: TrainingMessage): void;
  /** Called once, after the last message, however it ended. */
  onEnd(): void;
}

export type StartTrainingProcess = (start: TrainingStart, listener: TrainingListener) => TrainingProcess;

const entry = fileURLToPath(new URL('./training-start.mjs', import.meta.url));

/** Starts a run in a process of its own, so that the service answers as before meanwhile. */
export const startTrainingProcess: StartTrainingProcess = (start, { onMessage, onEnd }) => {
  const child = fork(entry, [JSON.stringify(start)], { stdio: 'ignore', execArgv: [] });
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    onEnd();
  };
  child.on('message', (message) => onMessage(trainingMessageSchema.parse(message)));
  // `close` comes after the last message, `error` when the process could not be started at all.
  child.on('close', end).on('error', end);
  return { kill: () => void child.kill('SIGKILL') };
};
