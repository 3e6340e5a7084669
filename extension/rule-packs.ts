import type { z } from 'zod';
import type { RulePack } from '../shared/detection/merge-packs.ts';
import { rulePackSchema } from '../shared/detection/rule-pack.ts';
import { policyPacks, rulePacks, servicePacks } from './settings.ts';

export type StoredPack = z.infer<typeof rulePackSchema>;

/** A pack that `parseRulePack` accepted, as plain data that storage keeps. */
export function toStoredPack(pack: RulePack): StoredPack {
  return rulePackSchema.parse(structuredClone(pack));
}

/** Every pack in the order in which they are merged: added by hand, of the local service, of the company's policy, which has the last word. */
export async function packsInForce(): Promise<StoredPack[]> {
  const [own, service, policy] = await Promise.all([rulePacks.get(), servicePacks.get(), policyPacks.get()]);
  return [...own, ...service.packs, ...policy.packs];
}

/** Calls back after any pack changed, until the returned function is called. */
export function watchPacks(onChange: () => void): () => void {
  const ends = [rulePacks, servicePacks, policyPacks].map((setting) => setting.watch(onChange));
  return () => {
    for (const end of ends) end();
  };
}
