import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { defaultPort, healthSchema } from '../../shared/protocol/sidecar.ts';
import { findBrowsers } from '../browser/find-browser.ts';
import { createOllama } from '../language-model/ollama-client.ts';
import { host } from '../server.ts';
import { attributesDatabaseFile, openAttributes } from '../storage/attributes.ts';
import { isEncrypted } from '../storage/connect.ts';
import { toStorageError } from '../storage/errors.ts';
import { mainDatabaseFile, openStore, type Store } from '../storage/store.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { type Style, styleFor } from './style.ts';

const states = ['works', 'optional', 'broken'] as const;

/** One thing looked at. What is optional and absent is said, and is no failure. */
interface Diagnosis {
  readonly what: string;
  readonly state: (typeof states)[number];
  readonly detail: string;
  readonly mend?: string;
}

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
  yield await examineService(port, signal);
  yield examineBrowser();
  yield await examineOllama(signal);
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

function* examineData(data: string): Generator<Diagnosis> {
  const what = 'Database';
  if (!existsSync(data)) {
    yield {
      what,
      state: 'optional',
      detail: `There is none yet in ${data}.`,
      mend: 'It is made by npm start.',
    };
    return;
  }
  try {
    openAttributes(data).close();
    const store = openStore(data);
    try {
      yield examineStore(store);
      yield examinePairing(store);
      yield examineEncryption(data);
    } finally {
      store.close();
    }
  } catch (error) {
    const fault = toStorageError(error);
    if (fault === undefined) throw error;
    yield { what, state: 'broken', detail: fault.message, mend: fault.mend };
  }
}

function examineStore(store: Store): Diagnosis {
  const what = 'Database';
  const problems = store.integrityProblems();
  if (problems.length > 0) {
    return {
      what,
      state: 'broken',
      detail: `It is damaged in ${problems.length} places.`,
      mend: 'autorefine restore FOLDER',
    };
  }
  const { sample, measuring } = store.settings.read();
  const people = `${store.candidates.count()} candidates${sample ? ' (synthetic sample)' : ''}, ${store.postings.count()} postings`;
  const detail = `${people}; measuring is ${measuring ? 'on' : 'off'}. In ${store.directory}.`;
  if (store.candidates.count() > 0) return { what, state: 'works', detail };
  return { what, state: 'optional', detail, mend: 'autorefine import candidates FILE' };
}

function examineEncryption(data: string): Diagnosis {
  const what = 'Encryption';
  const paths = [mainDatabaseFile, attributesDatabaseFile].map((file) => join(data, file));
  const encrypted = paths.filter(isEncrypted);
  if (encrypted.length === paths.length)
    return { what, state: 'works', detail: 'Both databases are encrypted.' };
  const mend = 'autorefine encrypt';
  if (encrypted.length === 0) {
    const detail = 'The databases are not encrypted; keep them on an encrypted disk, or encrypt them.';
    return { what, state: 'optional', detail, mend };
  }
  return { what, state: 'broken', detail: `Only ${encrypted.join()} is encrypted: it was cut off.`, mend };
}

function examinePairing(store: Store): Diagnosis {
  const clients = store.tokens.live();
  if (clients.length > 0) {
    return { what: 'Pairing', state: 'works', detail: clients.map(({ client }) => client).join(', ') };
  }
  const mend = 'Start the service and type its code into the extension.';
  return { what: 'Pairing', state: 'optional', detail: 'No extension is paired.', mend };
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

function examineBrowser(): Diagnosis {
  const what = 'Browser';
  const browsers = findBrowsers();
  if (browsers.length > 0)
    return { what, state: 'works', detail: browsers.map(({ name }) => name).join(', ') };
  const mend = 'Install Chromium, Chrome, Edge or Brave. On Debian: apt install chromium';
  return { what, state: 'optional', detail: 'No Chromium-family browser was found.', mend };
}

async function examineOllama(signal: AbortSignal): Promise<Diagnosis> {
  const what = 'Ollama';
  try {
    const models = await createOllama({ timeLimit: 2000 }).list(signal);
    const names = models.filter((model) => model.generates).map((model) => model.name);
    if (names.length > 0) return { what, state: 'works', detail: names.join(', ') };
    return { what, state: 'optional', detail: 'It runs and has no model.', mend: 'ollama pull llama3.2:3b' };
  } catch {
    signal.throwIfAborted();
    const mend = 'Everything works without it. For rewriting by a local model: https://ollama.com';
    return { what, state: 'optional', detail: 'It does not answer on this machine.', mend };
  }
}

function describe({ what, state, detail, mend }: Diagnosis, style: Style): string {
  const word = { works: 'ok      ', optional: style.warn('optional'), broken: style.alert('broken  ') }[
    state
  ];
  return `${word}  ${style.bold(what)}  ${detail}${mend === undefined ? '' : `\n          → ${mend}`}\n`;
}
