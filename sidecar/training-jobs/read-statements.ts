import { type Statement, statementSchema } from '../../shared/protocol/sidecar.ts';
import { CommandError } from '../commands/context.ts';
import { openTable } from './read-table.ts';

/**
 * Reads approved statements: sentences that the company's own people entered as true.
 * @throws CommandError that names the line and the mend
 */
export async function readStatements(file: string, signal?: AbortSignal): Promise<Statement[]> {
  const { rows } = await openTable(file, signal);
  const statements: Statement[] = [];
  for await (const row of rows) {
    if ('problem' in row) throw new CommandError(`${file}:${row.line}: ${row.problem}`);
    const parsed = statementSchema.safeParse({ id: `line-${row.line}`, topic: 'other', ...row.record });
    if (!parsed.success) {
      const field = parsed.error.issues[0];
      throw new CommandError(
        `${file}:${row.line}: ${field?.path.join('.')}: ${field?.message}; give text (up to 400 characters) and topic.`,
      );
    }
    statements.push(parsed.data);
  }
  return statements;
}
