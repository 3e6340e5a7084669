import type { Command } from 'commander';

/** What a command may touch. Tests pass streams of their own; nothing else reaches the outside. */
export interface CommandContext {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Aborted on Ctrl-C: every command ends cleanly and loses nothing that it acknowledged. */
  readonly signal: AbortSignal;
  /** Where `--data DIR` points, or the platform's application data folder. */
  readonly defaultDataDirectory: string;
}

/** Options that every command takes. */
export interface CommonOptions {
  readonly data: string;
  readonly seed: number;
  readonly quiet: boolean;
  readonly json: boolean;
}

/** A command file exports one of these; `cli.ts` lists them. */
export type RegisterCommand = (program: Command, context: CommandContext) => void;

/** Exit codes of the contract: 0 done, 1 findings at or above `--fail-on`, 2 wrong use, 3 a needed service is missing. */
export const exitCodes = { done: 0, findings: 1, usage: 2, missingService: 3 } as const;

/** Ends the program with a code and a message that names the bad value, the good ones and the mend. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;
  constructor(message: string, exitCode: number = exitCodes.usage, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
