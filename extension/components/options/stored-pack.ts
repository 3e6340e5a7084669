import type { z } from 'zod';
import type { RulePack } from '../../../shared/detection/detector.ts';
import { rulePackSchema } from '../../../shared/detection/rule-pack.ts';

export type StoredPack = z.infer<typeof rulePackSchema>;

/** A pack that `parseRulePack` accepted, as plain data that storage keeps. */
export function toStoredPack(pack: RulePack): StoredPack {
  return rulePackSchema.parse(structuredClone(pack));
}
