import type { z } from 'zod';
import { rulePackSchema } from '../../shared/detection/rule-pack.ts';
import { hashText } from '../../shared/hash.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** A pack as plain data; whoever saves one has read it with `parseRulePack`. */
export type StoredRulePack = z.infer<typeof rulePackSchema>;

/** Rules that the company added, known by the name of their pack, in the order in which they were first saved. */
export interface RulePackTable {
  /** Adds a pack, or puts it in the place of the one with its name. */
  save(pack: StoredRulePack): void;
  all(): StoredRulePack[];
  remove(name: string): boolean;
  /** Changes with every change of the packs, in any process. */
  revision(): string;
}

export function createRulePackTable(database: Database, now: () => Date): RulePackTable {
  const statements = {
    save: database.prepare(
      `INSERT INTO rule_packs (name, content, saved_at) VALUES (?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET content = excluded.content, saved_at = excluded.saved_at`,
    ),
    all: database.prepare<[], { content: string }>('SELECT content FROM rule_packs ORDER BY id'),
    remove: database.prepare('DELETE FROM rule_packs WHERE name = ?'),
  };
  const contents = () => statements.all.all().map(({ content }) => content);
  return {
    save: (pack) => {
      statements.save.run(pack.name, JSON.stringify(pack), now().toISOString());
    },
    all: () => contents().map((content) => readJson(rulePackSchema, content)),
    remove: (name) => statements.remove.run(name).changes > 0,
    revision: () => hashText(contents().join('\n')),
  };
}
