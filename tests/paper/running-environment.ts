import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { scoreResponseSchema } from '../../sidecar/environment-server/contract.ts';
import { generateWorld, type World } from '../../sidecar/sample-company/planted-bias.ts';
import { companyOptions } from './synthetic-company.ts';

const announcedSchema = z.object({ url: z.url(), tokenFile: z.string() });

/** `autorefine environment serve` over a synthetic company, as a program of its own. */
export interface RunningEnvironment {
  readonly url: string;
  readonly token: string;
  readonly tokenFile: string;
  readonly world: World;
  readonly program: ChildProcess;
  /** Scores rewrites over a connection of its own, as another trainer would. */
  score(items: readonly { posting: string; rewrite: string }[]): ReturnType<typeof readScores>;
  /** Processor time of the program and the processes it started, in milliseconds; undefined where the system does not tell. */
  processorTime(): number | undefined;
  close(): Promise<void>;
}

export interface RunningOptions {
  /** Folder that the caller removes. */
  readonly folder: string;
  readonly candidates: number;
  readonly postings: number;
  readonly processes: number;
  readonly seed?: number;
}

/** @throws Error when the program ends before it answers; what it wrote stands on this process's error stream */
export async function runEnvironment({
  folder,
  processes,
  seed = 1,
  ...size
}: RunningOptions): Promise<RunningEnvironment> {
  const world = generateWorld({ seed, ...size });
  const given = [
    ...companyOptions(folder, world),
    ...['--processes', String(processes), '--port', '0', '--data', folder, '--json', '--quiet'],
  ];
  const program = spawn(process.execPath, ['sidecar/autorefine.mjs', 'environment', 'serve', ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(program, 'exit');
  const line = once(createInterface(program.stdout), 'line');
  const [first] = await Promise.race([
    line,
    ended.then(([code]) =>
      Promise.reject(new Error(`The environment ended with ${code} before it answered.`)),
    ),
  ]);
  const { url, tokenFile } = announcedSchema.parse(JSON.parse(String(first)));
  const token = readFileSync(tokenFile, 'utf8').trim();
  return {
    ...{ url, token, tokenFile, world, program },
    score: async (items) => {
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        connection: 'close',
      };
      const body = JSON.stringify({ items });
      return readScores(await fetch(`${url}/v1/environment/score`, { method: 'POST', headers, body }));
    },
    processorTime: () => {
      const { pid } = program;
      if (pid === undefined || !existsSync(`/proc/${pid}/stat`)) return undefined;
      return [pid, ...childrenOf(pid)].reduce((sum, one) => sum + ticksOf(one), 0) * 10;
    },
    close: async () => {
      if (program.exitCode === null) program.kill('SIGTERM');
      await ended;
    },
  };
}

async function readScores(response: Response) {
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return scoreResponseSchema.parse(await response.json()).results;
}

/** Processes that a process started and that are still there. Linux alone tells them without another program. */
export function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children
    .split(' ')
    .filter((child) => child !== '')
    .map(Number);
}

/** User and system time of a process in hundredths of a second. Source: proc_pid_stat(5), fields 14 and 15. */
function ticksOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}
