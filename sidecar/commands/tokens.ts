import type { Command } from 'commander';
import { z } from 'zod';
import { type Role, roles } from '../../shared/protocol/sidecar.ts';
import { createClients } from '../security/clients.ts';
import type { Store } from '../storage/store.ts';
import { collect, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { withData } from './open-services.ts';

/** `autorefine tokens list|issue|revoke`. */
export const registerTokens: RegisterCommand = (program, context) => {
  const tokens = program.command('tokens').description('programs that are paired with the service');
  tokens
    .command('list', { isDefault: true })
    .description('who is paired')
    .action((_options: unknown, command: Command) => listTokens(command, context));
  tokens
    .command('issue')
    .description('a token for a program on this machine; it is shown this once')
    .requiredOption('--client <name>', 'what the program is called in the list')
    .option('--role <role>', `one of ${roles.join(', ')}; give it again for both`, collect)
    .action((_options: unknown, command: Command) => issueToken(command, context));
  tokens
    .command('revoke')
    .description('take a token back')
    .argument('<id>', 'as the list shows it')
    .action((id: string, _options: unknown, command: Command) => revokeToken(id, command, context));
};

function withClients(
  command: Command,
  work: (clients: ReturnType<typeof createClients>, store: Store) => void,
): Promise<void> {
  return withData(readOptions(command, {}).data, async ({ store }) =>
    work(
      createClients(store.tokens, () => new Date()),
      store,
    ),
  );
}

function listTokens(command: Command, { stdout }: CommandContext): Promise<void> {
  const { json } = readOptions(command, {});
  return withClients(command, (clients) => {
    const list = clients.list().map(({ hash: _, ...token }) => token);
    if (!json && list.length === 0)
      stdout.write('Nothing is paired. `autorefine serve` shows a pairing code.\n');
    for (const token of list) {
      const used = token.lastUsedOn === undefined ? 'never used' : `last used ${token.lastUsedOn}`;
      stdout.write(
        json
          ? `${JSON.stringify(token)}\n`
          : `${token.id}  ${token.client}  ${token.roles.join(', ')}  ${used}\n`,
      );
    }
  });
}

function issueToken(command: Command, { stdout }: CommandContext): Promise<void> {
  const { json, client, role } = readOptions(command, {
    client: z.string().min(1).max(100),
    role: z.array(z.string()).default(['recruiter']),
  });
  const granted = role.map(parseRole);
  return withClients(command, (clients, store) => {
    const { id, token } = clients.issue(client, granted);
    store.auditLog.add('command line', 'paired', { token: id });
    stdout.write(json ? `${JSON.stringify({ id, token })}\n` : `${token}\n`);
  });
}

function revokeToken(id: string, command: Command, { stdout }: CommandContext): Promise<void> {
  return withClients(command, (clients, store) => {
    if (!clients.revoke(id)) throw new CommandError(`There is no token "${id}"; see autorefine tokens list.`);
    store.auditLog.add('command line', 'token-revoked', { token: id });
    stdout.write(`Token ${id} is revoked.\n`);
  });
}

function parseRole(value: string): Role {
  const role = roles.find((one) => one === value);
  if (role === undefined)
    throw new CommandError(`--role "${value}" is not known; use ${roles.join(' or ')}.`);
  return role;
}
