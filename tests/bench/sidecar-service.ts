import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const startedSchema = z.object({ url: z.string() });

export interface RunningService {
  readonly url: string;
  /** Resident set in MB, as the operating system counts it. */
  residentSet(): number;
  close(): Promise<void>;
}

const program = 'sidecar/autorefine.mjs';

/** `autorefine serve` in a process of its own, so that its memory is its own. */
export async function startService(data: string): Promise<RunningService> {
  const child = run(['serve', '--port', '0', '--json', '--data', data]);
  if (child.stdout === null) throw new Error('the service has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { url } = startedSchema.parse(JSON.parse(line));
    return { url, residentSet: () => residentSet(child), close: () => stop(child) };
  }
  throw new Error('The service ended before it said where it runs; see its message above.');
}

/** Training on the other core, one run after another until the caller ends it: one alone is over too soon to measure beside. */
export function startTraining(data: string): { close(): Promise<void>; readonly failed: boolean } {
  let ended = false;
  let failed = false;
  let child = start();
  function start(): ChildProcess {
    const started = run(['train', 'policy', '--epochs', '1000', '--quiet', '--json', '--data', data]);
    started.stdout?.resume();
    started.once('exit', (code) => {
      if (ended) return;
      failed ||= code !== 0;
      if (!failed) child = start();
    });
    return started;
  }
  return {
    close: () => {
      ended = true;
      return stop(child);
    },
    get failed() {
      return failed;
    },
  };
}

function run(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

function residentSet({ pid }: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024;
}
