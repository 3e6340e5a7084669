import { storage } from 'wxt/utils/storage';
import { z } from 'zod';
import type { RulePack } from '../../../shared/detection/detector.ts';
import { rulePackSchema } from '../../../shared/detection/rule-pack.ts';
import type { Setting } from '../../settings.ts';

export type StoredPack = z.infer<typeof rulePackSchema>;

function localSetting<T>(key: `local:${string}`, schema: z.ZodType<T>, fallback: T): Setting<T> {
  const parse = (value: unknown): T => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : fallback;
  };
  return {
    get: async () => parse(await storage.getItem(key)),
    set: (value) => storage.setItem(key, value),
    watch: (callback) => storage.watch(key, (value) => callback(parse(value))),
  };
}

/** Rules that the company added, in the order they are merged. */
export const rulePacks = localSetting<StoredPack[]>('local:rule-packs', z.array(rulePackSchema), []);

/** Number of employees, for laws that hold from a size on; `null` when not told, and then they are assumed to hold. */
export const employerSize = localSetting<number | null>(
  'local:employer-size',
  z.int().positive().nullable(),
  null,
);

/** A pack that `parseRulePack` accepted, as plain data that storage keeps. */
export function toStoredPack(pack: RulePack): StoredPack {
  return rulePackSchema.parse(structuredClone(pack));
}
