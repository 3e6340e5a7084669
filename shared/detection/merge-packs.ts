import type { Law } from './law.ts';
import type { WordClasses } from './pattern.ts';
import type { Guard, Rule } from './rule.ts';
import type { Site } from './site.ts';

/** What a company adds to, replaces in or switches off from what ships; see docs/rule-pack.schema.json. */
export interface RulePack {
  readonly name: string;
  readonly rules?: readonly Rule[];
  readonly guards?: readonly Guard[];
  readonly classes?: WordClasses;
  readonly laws?: readonly Law[];
  readonly sites?: readonly Site[];
  readonly disable?: readonly string[];
}

/** Everything that a detector is compiled from. */
export interface RuleSet {
  readonly rules: readonly Rule[];
  readonly guards: readonly Guard[];
  readonly classes: WordClasses;
  readonly laws: readonly Law[];
}

/**
 * Merges packs into what ships, in the order given; the last word wins. A rule, guard or law whose id or name is already there is
 * replaced in its place, others are appended, words join their class, and then the ids under `disable` are taken out. A later pack
 * may bring back what an earlier one switched off.
 */
export function mergePacks(shipped: RuleSet, packs: readonly RulePack[]): RuleSet {
  return packs.reduce<RuleSet>((set, pack) => {
    const off = new Set(pack.disable ?? []);
    return {
      rules: replaceByKey(set.rules, pack.rules, ({ id }) => id).filter(({ id }) => !off.has(id)),
      guards: replaceByKey(set.guards, pack.guards, ({ name }) => name),
      classes: joinClasses(set.classes, pack.classes ?? {}),
      laws: replaceByKey(set.laws, pack.laws, ({ id }) => id).filter(({ id }) => !off.has(id)),
    };
  }, shipped);
}

/** Both lists in one: what has the key of an earlier one takes its place, the others follow. */
export function replaceByKey<T>(old: readonly T[], added: readonly T[] = [], key: (one: T) => string): T[] {
  const byKey = new Map(old.map((one) => [key(one), one]));
  for (const one of added) byKey.set(key(one), one);
  return [...byKey.values()];
}

function joinClasses(old: WordClasses, added: WordClasses): WordClasses {
  const joined = Object.entries(added).map(
    ([name, words]) => [name, [...(old[name] ?? []), ...words]] as const,
  );
  return { ...old, ...Object.fromEntries(joined) };
}
