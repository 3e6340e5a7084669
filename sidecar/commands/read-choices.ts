import { type PairChoice, pairChoiceSchema, pairChoices } from '../storage/model-comparisons.ts';
import { openTable } from '../training-jobs/read-table.ts';
import { CommandError } from './context.ts';

/** Problems of a file that are told at once. */
const mostTold = 5;

/**
 * Reads what was answered to the pairs of a comparison, lines of `{"id", "choice"}` or the same as columns. A line without a
 * choice is a pair that is still open.
 * @param known every pair with what was answered to it before
 * @returns the new answers
 * @throws CommandError with the lines and the reasons when one of them is no answer; nothing of the file counts then
 */
export async function readChoices(
  file: string,
  known: ReadonlyMap<string, PairChoice | undefined>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PairChoice>> {
  const problems: string[] = [];
  const choices = new Map<string, PairChoice>();
  for await (const row of (await openTable(file, signal)).rows) {
    const problem = 'problem' in row ? row.problem : take(row.record);
    if (problem !== undefined) problems.push(`line ${row.line}: ${problem}`);
  }
  if (problems.length > 0)
    throw new CommandError(
      `${file}: nothing was taken from it. ${problems.slice(0, mostTold).join('; ')}${problems.length > mostTold ? `; and ${problems.length - mostTold} more` : ''}.`,
    );
  return choices;

  /** @returns what is wrong with the line */
  function take({ id, choice: written }: Readonly<Record<string, unknown>>): string | undefined {
    if (typeof id !== 'string' || !known.has(id))
      return `there is no pair ${JSON.stringify(id ?? null)} here`;
    if (written === undefined || written === null || written === '') return undefined;
    const { data: choice } = pairChoiceSchema.safeParse(written);
    if (choice === undefined)
      return `${JSON.stringify(written)} is no choice; these are: ${pairChoices.join(', ')}`;
    const before = known.get(id) ?? choices.get(id);
    if (before !== undefined && before !== choice)
      return `"${choice}" for the pair "${id}", which was answered with "${before}" before`;
    choices.set(id, choice);
    return undefined;
  }
}
