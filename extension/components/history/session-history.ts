import { z } from 'zod';

const entrySchema = z.object({
  /** ISO time of the change. */
  at: z.iso.datetime(),
  /** How many edits landed. */
  changes: z.int().nonnegative(),
  /** Score of the posting just before. */
  scoreBefore: z.number(),
});
const historySchema = z.array(entrySchema);

export type HistoryEntry = z.infer<typeof entrySchema>;

/** Enough for one sitting; older entries fall off. */
const kept = 20;

/** What was applied to one posting since the browser started. Holds counts and scores, never the text. */
export interface SessionHistory {
  readonly read: (postingKey: string) => Promise<HistoryEntry[]>;
  readonly add: (postingKey: string, entry: HistoryEntry) => Promise<HistoryEntry[]>;
}

export function createSessionHistory(area: Pick<chrome.storage.StorageArea, 'get' | 'set'>): SessionHistory {
  const keyOf = (postingKey: string) => `history:${postingKey}`;
  const read = async (postingKey: string) => {
    const stored = await area.get(keyOf(postingKey));
    const parsed = historySchema.safeParse(stored[keyOf(postingKey)]);
    return parsed.success ? parsed.data : [];
  };
  return {
    read,
    add: async (postingKey, entry) => {
      const entries = [...(await read(postingKey)), entry].slice(-kept);
      await area.set({ [keyOf(postingKey)]: entries });
      return entries;
    },
  };
}

export interface HistoryLine {
  readonly at: string;
  readonly changes: number;
  readonly scoreBefore: number;
  readonly scoreAfter: number;
}

/** Newest first; the score after a change is the one before the next change, or the present one. */
export function historyLines(entries: readonly HistoryEntry[], presentScore: number): HistoryLine[] {
  return entries
    .map((entry, index) => ({ ...entry, scoreAfter: entries[index + 1]?.scoreBefore ?? presentScore }))
    .reverse();
}
