import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { launchdAgent } from './launchd.ts';
import type { ServiceDefinition, ServiceProgram } from './service-definition.ts';
import { systemdUnit } from './systemd.ts';
import { scheduledTask } from './task-scheduler.ts';

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly user: string;
  readonly userId: number;
  /** Runs a program without a shell. */
  run(command: readonly string[]): CommandOutcome;
}

export interface CommandOutcome {
  /** undefined when the program is not on this machine. */
  readonly status: number | undefined;
  readonly output: string;
}

export interface ServiceState {
  readonly installed: boolean;
  readonly running: boolean;
  /** Where the service manager's file is or would be. */
  readonly file: string;
}

export class LoginServiceError extends Error {
  override readonly name = 'LoginServiceError';
}

/** Writes the file of this platform's service manager and starts the service. @throws LoginServiceError with the mend */
export function installService(program: ServiceProgram, machine: Machine): ServiceState {
  const definition = definitionFor(program, machine);
  const file = join(machine.home, definition.path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, definition.content, { mode: 0o600 });
  for (const command of definition.install) runOrThrow(command, machine, file);
  return serviceState(program, machine);
}

/** Stops the service and takes the file away; the data folder stays. Without a service nothing happens. */
export function removeService(program: ServiceProgram, machine: Machine): ServiceState {
  const definition = definitionFor(program, machine);
  const file = join(machine.home, definition.path);
  if (existsSync(file)) {
    // A service that is not running, or was taken out by hand, cannot be stopped; its file goes all the same.
    for (const command of definition.remove) machine.run(resolveHome(command, machine));
    rmSync(file);
  }
  return serviceState(program, machine);
}

export function serviceState(program: ServiceProgram, machine: Machine): ServiceState {
  const definition = definitionFor(program, machine);
  const file = join(machine.home, definition.path);
  const installed = existsSync(file);
  const running = installed && machine.run(resolveHome(definition.status, machine)).status === 0;
  return { installed, running, file };
}

/** @throws LoginServiceError on a platform without a service manager that is known here */
export function definitionFor(program: ServiceProgram, machine: Machine): ServiceDefinition {
  switch (machine.platform) {
    case 'linux':
      return systemdUnit(program);
    case 'darwin':
      return launchdAgent(program, machine.userId);
    case 'win32':
      return scheduledTask(program, machine.user);
    default:
      throw new LoginServiceError(
        `There is no login service for ${machine.platform}; run \`autorefine serve\` from your own start-up programs.`,
      );
  }
}

function runOrThrow(command: readonly string[], machine: Machine, file: string): void {
  const resolved = resolveHome(command, machine);
  const { status, output } = machine.run(resolved);
  if (status === 0) return;
  const why = status === undefined ? `${resolved[0]} is not on this machine` : output.trim();
  throw new LoginServiceError(
    `The service was not started: ${why}. Its file is at ${file}; run \`${resolved.join(' ')}\` in your own session, or start \`autorefine serve\` by hand.`,
  );
}

function resolveHome(command: readonly string[], { home }: Machine): string[] {
  return command.map((word) => (word.startsWith('~/') ? join(home, word.slice(2)) : word));
}

/** Runs programs on this machine. */
export function runCommand([program = '', ...args]: readonly string[]): CommandOutcome {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return {
    status: error === undefined ? (status ?? 1) : undefined,
    output: `${stdout ?? ''}${stderr ?? ''}`,
  };
}
