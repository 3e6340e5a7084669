import { readFile } from 'node:fs/promises';
import type { RulePack } from '../../shared/detection/merge-packs.ts';
import { parseRulePack, RulePackError } from '../../shared/detection/rule-pack.ts';
import { CommandError } from './context.ts';

/**
 * Rule packs from files, in the order given; a later one wins.
 * @throws CommandError that names the file, the line and the mend
 */
export async function readRulePacks(files: readonly string[]): Promise<RulePack[]> {
  const packs: RulePack[] = [];
  for (const file of files) packs.push(parse(await read(file), file));
  return packs;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CommandError(`The rule pack ${file} cannot be read; check the path.`, undefined, { cause });
  }
}

function parse(text: string, file: string): RulePack {
  try {
    return parseRulePack(text, file);
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    throw new CommandError(error.message, undefined, { cause: error });
  }
}
