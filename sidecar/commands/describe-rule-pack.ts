import type { RulePack } from '../../shared/detection/merge-packs.ts';

/** A pack in one line: its name and what it brings. */
export function describeRulePack({ name, rules, guards, classes, laws, sites, disable }: RulePack): string {
  const brings = Object.entries({
    rules: rules?.length,
    guards: guards?.length,
    'word classes': Object.keys(classes ?? {}).length,
    laws: laws?.length,
    sites: sites?.length,
    'switched off': disable?.length,
  }).filter(([, count]) => (count ?? 0) > 0);
  const parts = brings.map(([what, count]) => `${count} ${what}`);
  return `${name} (${parts.join(', ') || 'empty'})`;
}
