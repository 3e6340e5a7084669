import { isGroupNeutral } from '../../training/group-neutral.ts';

/** A rewrite with what it added of the company's approved statements taken out again. */
export interface WithoutStatements {
  readonly rest: string;
  readonly added: number;
}

/**
 * Reads which approved statements a rewrite adds, word for word. They may carry facts that the posting did not have: the
 * company's own people entered them as true. One that names a protected group is left in, and refused with the rest: such
 * wording is never learned.
 */
export function createStatementReader(
  statements: readonly string[],
): (posting: string, rewrite: string) => WithoutStatements {
  const approved = statements.map((statement) => statement.trim()).filter(isGroupNeutral);
  return (posting, rewrite) => {
    let rest = rewrite;
    let added = 0;
    for (const statement of approved) {
      if (statement === '' || posting.includes(statement)) continue;
      const at = rest.indexOf(statement);
      if (at === -1) continue;
      // With the line break, bullet or blank that leads to it.
      const before = rest.slice(0, at).replace(/\s*(?:[-*•·–]\s+)?$/u, '');
      rest = before + rest.slice(at + statement.length);
      added += 1;
    }
    return { rest, added };
  };
}
