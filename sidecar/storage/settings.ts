import { z } from 'zod';
import { recommenderChoiceSchema } from '../recommender/recommender-choice.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** The company's switches. Measuring and optimising are off until someone chooses them. */
export const settingsSchema = z.object({
  measuring: z.boolean().default(false),
  optimising: z.boolean().default(false),
  /** Which of the proposals that a recruiter would see anyway comes first is drawn, so that outcomes can be learned from. */
  exploring: z.boolean().default(false),
  /** The database holds the synthetic sample company. */
  sample: z.boolean().default(false),
  /** Days after the last activity of a person until retention erases the record; absent = no automatic erasure. */
  retentionDays: z.int().positive().optional(),
  /** Jurisdictions whose record-keeping floors retention respects, such as `US` or `UK`. */
  jurisdictions: z.array(z.string()).default([]),
  /** Trains a policy once a night at this hour, local time. */
  nightlyTraining: z
    .object({ on: z.boolean(), hour: z.int().min(0).max(23) })
    .default({ on: false, hour: 2 }),
  /** Which recommender is measured and learned from. */
  recommender: recommenderChoiceSchema.default({ kind: 'embedded' }),
  /** Fingerprints of the keys whose policy files were accepted. */
  policySigners: z.array(z.string()).default([]),
});
export type Settings = z.infer<typeof settingsSchema>;

export interface SettingTable {
  read(): Settings;
  update(changes: Partial<Settings>): Settings;
  /** Days until automatic erasure; undefined switches it off. */
  setRetention(days: number | undefined): void;
}

export function createSettingTable(database: Database): SettingTable {
  const all = database.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings');
  const save = database.prepare(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const remove = database.prepare('DELETE FROM settings WHERE key = ?');
  const read = () =>
    settingsSchema.parse(
      Object.fromEntries(all.all().map(({ key, value }) => [key, readJson(z.unknown(), value)])),
    );
  const update = database.transaction((changes: Partial<Settings>) => {
    for (const [key, value] of Object.entries(changes)) save.run(key, JSON.stringify(value));
    return read();
  });
  return {
    read,
    update: (changes) => update(changes),
    setRetention: (days) => {
      if (days === undefined) remove.run('retentionDays');
      else save.run('retentionDays', JSON.stringify(days));
    },
  };
}
