import { z } from 'zod';
import { type ShownProposal, shownProposalSchema } from '../../training/outcomes/proposal.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** What was proposed for a posting, written before anyone chose. No word of the posting is in it. */
export interface LoggedProposal extends ShownProposal {
  /** `hashText` of the posting as it was when the proposal was made, and as it would be with the proposal. */
  readonly originalHash: string;
  readonly proposedHash: string;
}

export interface ProposalTable {
  add(proposal: LoggedProposal): void;
  all(): (LoggedProposal & { readonly proposedAt: string })[];
  count(): number;
}

const rowSchema = z.object({
  originalHash: z.string(),
  proposedHash: z.string(),
  shown: z.string(),
  propensities: z.string(),
  proposedAt: z.string(),
});

export function createProposalTable(database: Database, now: () => Date): ProposalTable {
  const insert = database.prepare(
    'INSERT INTO proposals (original_hash, proposed_hash, shown, propensities, proposed_at) VALUES (?, ?, ?, ?, ?)',
  );
  const all = database.prepare(
    `SELECT original_hash AS originalHash, proposed_hash AS proposedHash, shown, propensities,
       proposed_at AS proposedAt FROM proposals ORDER BY id`,
  );
  const count = database.prepare<[], { n: number }>('SELECT count(*) AS n FROM proposals');
  return {
    add: ({ originalHash, proposedHash, ...proposal }) => {
      const { shown, propensities } = shownProposalSchema.parse(proposal);
      insert.run(originalHash, proposedHash, shown, JSON.stringify(propensities), now().toISOString());
    },
    all: () =>
      rowSchema
        .array()
        .parse(all.all())
        .map(({ shown, propensities, ...row }) => ({
          ...row,
          ...shownProposalSchema.parse({ shown, propensities: readJson(z.unknown(), propensities) }),
        })),
    count: () => count.get()?.n ?? 0,
  };
}
