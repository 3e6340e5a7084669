import type { Command } from 'commander';
import { z } from 'zod';
import { startSidecar } from '../main.ts';
import { readOptions, servicePortOption } from './common-options.ts';
import type { CommandContext, RegisterCommand } from './context.ts';
import { untilAborted } from './until-aborted.ts';

const ownOptions = { port: z.number() };

/** `autorefine serve`: the service, until Ctrl-C. */
export const registerServe: RegisterCommand = (program, context) => {
  program
    .command('serve')
    .description('run the local service for the extension, until Ctrl-C')
    .addOption(servicePortOption())
    .action((_options: unknown, command: Command) => runServe(command, context));
};

async function runServe(command: Command, { stdin, stdout, signal }: CommandContext): Promise<void> {
  const { data, seed, port, json } = readOptions(command, ownOptions);
  const sidecar = await startSidecar({ dataDirectory: data, seed, port });
  try {
    const showCode = () =>
      stdout.write(`Pairing code: ${sidecar.pairingCode()} (good for ten minutes and one use)\n`);
    if (json)
      stdout.write(
        `${JSON.stringify({ url: sidecar.url, port: sidecar.port, code: sidecar.pairingCode() })}\n`,
      );
    else {
      if (port !== 0 && sidecar.port !== port) {
        stdout.write(
          `Port ${port} is taken by another program; using ${sidecar.port}. Tell the extension this port.\n`,
        );
      }
      stdout.write(`AutoRefine is running at ${sidecar.url} (data: ${data}).\n`);
      showCode();
      stdout.write('Press Enter for a new code, Ctrl-C to stop.\n');
      stdin.on('data', showCode);
    }
    await untilAborted(signal);
  } finally {
    stdin.pause();
    await sidecar.close();
  }
}
