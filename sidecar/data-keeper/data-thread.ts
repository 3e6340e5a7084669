import { parentPort } from 'node:worker_threads';
import { backUp } from '../storage/backup.ts';
import { erasePeople } from '../storage/erase.ts';
import { toStorageError } from '../storage/errors.ts';
import { startData } from '../worker-thread.ts';
import { type DataReply, type DataTask, dataTaskSchema } from './data-tasks.ts';

/** The thread that erases or backs up, and ends. */
function work(task: DataTask): unknown {
  switch (task.task) {
    case 'erase':
      return erasePeople(task.directory, task.ids);
    case 'back-up':
      return backUp(task.directory, task.folder);
  }
}

function reply(): DataReply {
  try {
    return { reply: 'result', result: work(startData(dataTaskSchema)) };
  } catch (error) {
    const fault = toStorageError(error);
    if (fault !== undefined) return { reply: 'failure', message: fault.message, mend: fault.mend };
    return { reply: 'failure', message: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.postMessage(reply());
