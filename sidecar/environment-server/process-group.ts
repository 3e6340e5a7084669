import cluster, { type Worker } from 'node:cluster';
import { z } from 'zod';

const readySchema = z.object({ ready: z.object({ port: z.int(), candidates: z.int() }) });

/** What a process that answers says of itself. */
export type Ready = z.infer<typeof readySchema>['ready'];

/** Whether this process is one of a group that another one started. */
export const isOneOfGroup = cluster.isWorker;

/** Says to the process that started the group that this one answers now. */
export function reportReady(ready: Ready): void {
  cluster.worker?.send({ ready });
}

/** Lets this process end: its line to the one that started it would keep it. */
export function leaveGroup(): void {
  if (cluster.worker?.isConnected()) cluster.worker.disconnect();
}

/**
 * Starts this program `count` times with the same arguments, all of them behind one address, until the signal ends. Each
 * takes connections when it has time; requests need nothing of one another, so which process answers does not matter. One that dies is
 * replaced: what it was asked is not answered and can be asked again.
 * @param onReady called once, when all of them answer
 * @throws Error when one ends before it ever answered; it has then said why
 */
export function runProcessGroup(
  count: number,
  signal: AbortSignal,
  onReady: (ready: Ready) => void,
): Promise<void> {
  signal.throwIfAborted();
  // All listen on one socket and take what they can: handing connections on in turn loses those of a process that just died.
  cluster.schedulingPolicy = cluster.SCHED_NONE;
  return new Promise((resolve, reject) => {
    const running = new Set<Worker>();
    const answering = new Set<Worker>();
    let announced = false;
    let problem: Error | undefined;
    const stop = () => {
      for (const worker of running) worker.process.kill('SIGTERM');
    };
    const start = () => {
      const worker = cluster.fork();
      running.add(worker);
      worker.on('message', (message: unknown) => {
        const parsed = readySchema.safeParse(message);
        if (!parsed.success) return;
        answering.add(worker);
        if (announced || answering.size < count) return;
        announced = true;
        onReady(parsed.data.ready);
      });
      worker.on('exit', (code) => {
        running.delete(worker);
        const answered = answering.delete(worker);
        const goingOn = !signal.aborted && problem === undefined;
        if (goingOn && answered) return start();
        if (goingOn) {
          problem = new Error(`One of the processes ended with ${code} before it answered.`);
          stop();
        }
        if (running.size > 0) return;
        signal.removeEventListener('abort', stop);
        if (problem === undefined) resolve();
        else reject(problem);
      });
    };
    signal.addEventListener('abort', stop, { once: true });
    for (let i = 0; i < count; i += 1) start();
  });
}
