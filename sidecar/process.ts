import envPaths from 'env-paths';
import { runCommandLine } from './cli.ts';

/** Runs the command line of this process: its arguments, streams and signals. */
export async function runProcess(): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  // `autorefine check … | head` closes the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: stop.signal,
    defaultDataDirectory: envPaths('autorefine', { suffix: '' }).data,
  });
}
