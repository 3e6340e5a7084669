import { z } from 'zod';
import floorsFile from './retention-floors.json' with { type: 'json' };
import type { Store } from './store.ts';

const floorsSchema = z.object({
  note: z.string(),
  floors: z.array(
    z.object({
      jurisdiction: z.string(),
      days: z.int().positive(),
      rule: z.string(),
      source: z.url(),
      checkedOn: z.iso.date(),
    }),
  ),
});

/** Shortest times that records must be kept, by jurisdiction; dated, and not legal advice. */
export const retentionFloors = floorsSchema.parse(floorsFile).floors;

const day = 24 * 60 * 60 * 1000;

/**
 * People whose time is up: no change and no outcome for the company's own retention time, or for the longest floor of
 * its jurisdictions where that is longer, and no legal hold. Empty while no retention time is set.
 */
export function peoplePastRetention({ settings, candidates }: Store, now: Date): string[] {
  const { retentionDays, jurisdictions } = settings.read();
  if (retentionDays === undefined) return [];
  const floors = retentionFloors.filter((floor) => jurisdictions.includes(floor.jurisdiction));
  const days = Math.max(retentionDays, ...floors.map((floor) => floor.days));
  const threshold = new Date(now.getTime() - days * day).toISOString().slice(0, 10);
  return candidates.untouchedSince(threshold);
}
