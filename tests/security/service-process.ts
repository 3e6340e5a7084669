import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const startedSchema = z.object({ url: z.string(), code: z.string() });

export interface ServiceProcess {
  readonly url: string;
  readonly code: string;
  /** SIGKILL: no handler of the service runs. */
  kill(): Promise<void>;
}

/** `autorefine serve` over a data folder in a process of its own, once it listens. */
export async function startServiceProcess(
  data: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const child = spawn(
    process.execPath,
    ['sidecar/autorefine.mjs', 'serve', '--port', '0', '--json', '--data', data],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } },
  );
  const complaints: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    return { ...startedSchema.parse(JSON.parse(line)), kill };
  }
  throw new Error(`The service ended before it listened: ${Buffer.concat(complaints).toString()}`);
}
