import { PassThrough, Readable } from 'node:stream';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { commandModules, modulesNamed } from './registry.ts';

const context = {
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  signal: new AbortController().signal,
  defaultDataDirectory: 'data',
};
const namesOf = (modules: typeof commandModules) => modules.flatMap(({ names }) => names);

describe('commandModules', () => {
  it.each(commandModules.map((module) => [module.names.join(', '), module] as const))(
    '%s: the names are those that the file registers',
    async (_names, { names, load }) => {
      const program = new Command();
      (await load())(program, context);
      expect(program.commands.map((command) => command.name())).toEqual(names);
    },
  );
});

describe('modulesNamed', () => {
  it.each([
    [['check', 'posting.txt'], ['check']],
    [
      ['--data', 'somewhere', 'restore', 'folder'],
      ['backup', 'restore'],
    ],
    [
      ['--data', 'match', 'check'],
      ['check', 'match'],
    ],
  ])('%j loads %j', (args, expected) => {
    expect(namesOf(modulesNamed(args))).toEqual(expected);
  });

  it.each([[[]], [['--help']], [['chekc']], [['help', 'check']]])('%j loads everything', (args) => {
    expect(modulesNamed(args)).toBe(commandModules);
  });
});
