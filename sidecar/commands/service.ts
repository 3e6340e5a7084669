import { homedir, userInfo } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import {
  installService,
  LoginServiceError,
  type Machine,
  removeService,
  runCommand,
  type ServiceState,
  serviceState,
} from '../login-service/login-service.ts';
import type { ServiceProgram } from '../login-service/service-definition.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';

type Action = (program: ServiceProgram, machine: Machine) => ServiceState;

/** `autorefine service install|remove|status`: the service starts when its user logs in. */
export const registerService: RegisterCommand = (program, context) => {
  const service = program.command('service').description('start the service at login');
  const add = (name: string, description: string, action: Action) =>
    service
      .command(name)
      .description(description)
      .action((_options: unknown, command: Command) => runService(action, command, context));
  add('install', 'start it now and at every login of this user', installService);
  add('remove', 'stop it and start it no more; the data folder stays', removeService);
  add('status', 'whether it is installed and running', serviceState);
};

function runService(action: Action, command: Command, { stdout }: CommandContext): void {
  const { data, json } = readOptions(command, {});
  const program = fileURLToPath(new URL('../autorefine.mjs', import.meta.url));
  const { username, uid } = userInfo();
  const machine = {
    platform: process.platform,
    home: homedir(),
    user: username,
    userId: uid,
    run: runCommand,
  };
  try {
    const state = action({ node: process.execPath, program, data: resolve(data) }, machine);
    stdout.write(json ? `${JSON.stringify(state)}\n` : describe(state));
  } catch (error) {
    if (!(error instanceof LoginServiceError)) throw error;
    throw new CommandError(error.message, exitCodes.missingService, { cause: error });
  }
}

function describe({ installed, running, file }: ServiceState): string {
  if (!installed) return 'The service is not installed.\n';
  return `The service is installed (${file}) and ${running ? 'running' : 'not running'}.\n`;
}
