import { totalmem } from 'node:os';
import type { Command } from 'commander';
import { z } from 'zod';
import { defaultPort, healthSchema } from '../../shared/protocol/sidecar.ts';
import { type Browser, findBrowsers } from '../browser/find-browser.ts';
import type { Diagnosis } from '../doctor/diagnosis.ts';
import { examineData } from '../doctor/examine-data.ts';
import { examineKeychain } from '../doctor/examine-keychain.ts';
import { chooseModel, installLine } from '../language-model/choose-model.ts';
import { createOllama, type LanguageModel, LanguageModelError } from '../language-model/ollama-client.ts';
import { host } from '../server.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { type Style, styleFor } from './style.ts';

/** `autorefine doctor`: what works, and how to mend what does not. */
export const registerDoctor: RegisterCommand = (program, context) => {
  program
    .command('doctor')
    .description('what works here (Node, database, service, pairing, browser, Ollama), and the mend')
    .option('--port <number>', 'port that the service should run on', integerBetween(1, 65535), defaultPort)
    .action((_options: unknown, command: Command) => runDoctor(command, context));
};

async function runDoctor(command: Command, { stdout, signal }: CommandContext): Promise<void> {
  const { data, json, port } = readOptions(command, { port: z.number() });
  const style = styleFor(stdout);
  let broken = false;
  for await (const diagnosis of examine(data, port, signal)) {
    broken ||= diagnosis.state === 'broken';
    stdout.write(json ? `${JSON.stringify(diagnosis)}\n` : describe(diagnosis, style));
  }
  if (broken) throw new CommandError('', exitCodes.missingService);
}

async function* examine(data: string, port: number, signal: AbortSignal): AsyncGenerator<Diagnosis> {
  yield examineNode(process.versions.node);
  yield* examineData(data);
  yield examineKeychain();
  yield await examineService(port, signal);
  yield examineBrowser(findBrowsers());
  yield await examineOllama(createOllama({ timeLimit: 2000 }), totalmem(), signal);
}

export function examineNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const what = `Node ${version}`;
  if (major < 20 || (major === 20 && minor < 19)) {
    return {
      what,
      state: 'broken',
      detail: 'It is too old.',
      mend: 'Install Node 22 or 24 (https://nodejs.org).',
    };
  }
  return { what, state: 'works', detail: major === 20 ? 'It works; 22 or 24 is advised.' : 'It works.' };
}

async function examineService(port: number, signal: AbortSignal): Promise<Diagnosis> {
  const what = 'Service';
  try {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(2000)]);
    const response = await fetch(`http://${host}:${port}/v1/health`, { signal: limited });
    const health = healthSchema.safeParse(await response.json());
    if (health.success)
      return { what, state: 'works', detail: `Version ${health.data.version} answers on port ${port}.` };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SyntaxError)) {
      return {
        what,
        state: 'optional',
        detail: `Nothing answers on port ${port}.`,
        mend: 'npm start, or autorefine serve',
      };
    }
  }
  const mend = 'Stop that program; or run autorefine serve and tell the extension the port that it names.';
  return { what, state: 'broken', detail: `Another program answers on port ${port}.`, mend };
}

/** Any of them can be used with the extension; only some load it from the command line. */
export function examineBrowser(browsers: readonly Browser[]): Diagnosis {
  const what = 'Browser';
  const mend =
    'Install Chromium, Edge or Brave, or load the extension by hand. On Debian: apt install chromium';
  const names = browsers.map(({ name }) => name).join(', ');
  if (browsers.some(({ loadsUnpackedExtensions }) => loadsUnpackedExtensions)) {
    return { what, state: 'works', detail: names };
  }
  const detail =
    names === ''
      ? 'No Chromium-family browser was found.'
      : `${names}: it loads no extension from the command line, so \`start\` cannot open it.`;
  return { what, state: 'optional', detail, mend };
}

/** @param memoryBytes of this machine; decides which model fits. */
export async function examineOllama(
  ollama: Pick<LanguageModel, 'list'>,
  memoryBytes: number,
  signal: AbortSignal,
): Promise<Diagnosis> {
  const what = 'Ollama';
  const state = 'optional';
  try {
    const models = await ollama.list(signal);
    const generating = models.filter((model) => model.generates);
    if (generating.length === 0) {
      return { what, state, detail: 'It runs and has no model.', mend: installLine(memoryBytes) };
    }
    const used = chooseModel(generating, memoryBytes);
    const names = generating.map(({ name }) => name).join(', ');
    return { what, state: 'works', detail: `${names}; used: ${used}.` };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof LanguageModelError) {
      const detail = 'It has no model that fits this machine.';
      return { what, state, detail, mend: installLine(memoryBytes) };
    }
    const mend = 'Everything works without it. For rewriting by a local model: https://ollama.com';
    return { what, state, detail: 'It does not answer on this machine.', mend };
  }
}

function describe({ what, state, detail, mend }: Diagnosis, style: Style): string {
  const word = { works: 'ok      ', optional: style.warn('optional'), broken: style.alert('broken  ') }[
    state
  ];
  return `${word}  ${style.bold(what)}  ${detail}${mend === undefined ? '' : `\n          → ${mend}`}\n`;
}
