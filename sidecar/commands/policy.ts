import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { z } from 'zod';
import { exportPolicy } from '../policy-exchange/export-policy.ts';
import { acceptPolicy, type PolicyOffer, readPolicyFile } from '../policy-exchange/import-policy.ts';
import { mostPolicyFileBytes, PolicyFileError } from '../policy-exchange/policy-file.ts';
import { summarisePromotion } from '../report-source/promotion-summary.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { describeRulePack } from './describe-rule-pack.ts';
import { withData } from './open-services.ts';

/** `autorefine policy export|import FILE`: from the analyst's install to the recruiters'. */
export const registerPolicy: RegisterCommand = (program, context) => {
  const policy = program
    .command('policy')
    .description(
      'hand the promoted policy, approved statements and rule packs on, signed; no candidate is in the file',
    );
  policy
    .command('export')
    .description('write the policy in force to a signed file')
    .argument('<file>', 'where to write')
    .option('--signed-by <name>', 'who you are to the people who import it', userInfo().username)
    .action((file: string, _options: unknown, command: Command) => runExport(file, command, context));
  policy
    .command('import')
    .description('show who signed a file and what it changes, and take it over')
    .argument('<file>', 'as policy export wrote it')
    .option('--accept <fingerprint>', 'the key of the signer, compared with them in person or by phone')
    .action((file: string, _options: unknown, command: Command) => runImport(file, command, context));
};

async function runExport(file: string, command: Command, { stdout }: CommandContext): Promise<void> {
  const { data, json, signedBy } = readOptions(command, { signedBy: z.string() });
  await withData(data, async ({ store }) => {
    const text = explain(() => exportPolicy(store, signedBy, new Date()));
    const { fingerprint, payload } = readPolicyFile(text, store);
    await writeFile(file, text, { mode: 0o600 });
    store.auditLog.add('command line', 'policy-exported', { policyId: payload.policy.id });
    stdout.write(
      json
        ? `${JSON.stringify({ file, policy: payload.policy.id, fingerprint })}\n`
        : `${payload.policy.id} is written to ${file}.\nTell who imports it the key of this machine: ${fingerprint}\n`,
    );
  });
}

async function runImport(file: string, command: Command, { stdout }: CommandContext): Promise<void> {
  const { data, json, accept } = readOptions(command, { accept: z.string().optional() });
  const text = await readSmallFile(file);
  await withData(data, async ({ store }) => {
    const offer = explain(() => readPolicyFile(text, store));
    const accepted = offer.known || accept === offer.fingerprint;
    if (json) {
      const { fingerprint, known, replaces, payload } = offer;
      const policy = payload.policy.id;
      stdout.write(`${JSON.stringify({ policy, fingerprint, known, replaces, imported: accepted })}\n`);
    } else stdout.write(describe(offer));
    if (!accepted) {
      throw new CommandError(
        accept === undefined
          ? `Nothing was changed. Ask ${offer.payload.signedBy} for the key of their machine; if it is the one above, run again with --accept ${offer.fingerprint}`
          : `Nothing was changed: the file is signed with ${offer.fingerprint}, not with ${accept}.`,
      );
    }
    acceptPolicy(offer, store);
    if (!json) stdout.write('The policy is in force.\n');
  });
}

async function readSmallFile(file: string): Promise<string> {
  try {
    const bytes = await readFile(file);
    return bytes.subarray(0, mostPolicyFileBytes).toString();
  } catch (cause) {
    throw new CommandError(`${file} cannot be read; check the path.`, undefined, { cause });
  }
}

function describe({
  payload,
  fingerprint,
  known,
  replaces,
  newStatements,
  changedStatements,
  newRulePacks,
  changedRulePacks,
}: PolicyOffer): string {
  const { policy, promotion, madeOn, signedBy, version } = payload;
  const { excessGap, p, synthetic } = summarisePromotion({
    policyId: policy.id,
    record: promotion,
    promotedAt: madeOn,
  });
  return [
    `${policy.id}, exported on ${madeOn} by AutoRefine ${version}`,
    `Signed by "${signedBy}" with the key ${fingerprint}${known ? ', which was accepted before' : ', not seen before'}`,
    `Replaces ${replaces ?? 'nothing: no policy is in force'}`,
    ...(excessGap === undefined
      ? []
      : [
          `Excess gap ${excessGap.before.toFixed(3)} before, ${excessGap.after.toFixed(3)} after (p ${p})${synthetic ? ', on synthetic people' : ''}`,
        ]),
    ...newStatements.map(({ text }) => `New statement: ${text}`),
    ...changedStatements.map(({ text }) => `Changed statement: ${text}`),
    ...newRulePacks.map((pack) => `New rule pack: ${describeRulePack(pack)}`),
    ...changedRulePacks.map((pack) => `Changed rule pack: ${describeRulePack(pack)}`),
    '',
  ].join('\n');
}

function explain<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    throw new CommandError(error.message, undefined, { cause: error });
  }
}
