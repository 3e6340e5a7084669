import type { RulePack } from '../../../shared/detection/detector.ts';
import { packsInForce, watchPacks } from '../../rule-packs.ts';
import { employerSize, ignoredRules, ignoredTerms, jurisdictions, managed } from '../../settings.ts';

/** The settings that decide what is found. The company's jurisdictions replace the user's own. */
export interface CheckSettings {
  readonly jurisdictions: readonly string[];
  readonly ignoredTerms: readonly string[];
  readonly ignoredRules: readonly string[];
  readonly packs: readonly RulePack[];
  readonly employerSize: number | null;
}

export async function readCheckSettings(): Promise<CheckSettings> {
  const [company, own, terms, rules, packs, size] = await Promise.all([
    managed.jurisdictions.get(),
    jurisdictions.get(),
    ignoredTerms.get(),
    ignoredRules.get(),
    packsInForce(),
    employerSize.get(),
  ]);
  return {
    jurisdictions: company ?? own,
    ignoredTerms: terms,
    ignoredRules: rules,
    packs,
    employerSize: size,
  };
}

/** Calls back after any of them changed, until the returned function is called. */
export function watchCheckSettings(onChange: () => void): () => void {
  const watched = [managed.jurisdictions, jurisdictions, ignoredTerms, ignoredRules, employerSize];
  const ends = [...watched.map((setting) => setting.watch(onChange)), watchPacks(onChange)];
  return () => {
    for (const end of ends) end();
  };
}
