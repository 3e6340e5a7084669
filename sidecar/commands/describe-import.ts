import type { ImportSummary } from '../../shared/protocol/sidecar.ts';

/** Reasons shown; `--json` has every line. */
const mostReasons = 20;
/** Lines named beside a reason that many share. */
const mostLines = 3;

/** An import for people: the counts, then why lines were rejected, each reason once with the lines that it stopped. */
export function describeImport(
  { imported, updated, unchanged, rejected }: ImportSummary,
  dryRun: boolean,
): string {
  const counts = `${imported} imported, ${updated} updated, ${unchanged} unchanged, ${rejected.length} rejected`;
  const linesOf = new Map<string, number[]>();
  for (const { line, why } of rejected) linesOf.set(why, [...(linesOf.get(why) ?? []), line]);
  const reasons = [...linesOf].map(([why, lines]) => `  ${named(lines)}: ${why}`);
  const shown = reasons.slice(0, mostReasons);
  if (reasons.length > shown.length)
    shown.push(`  … and ${reasons.length - shown.length} more reasons (--json lists them)`);
  return `${[dryRun ? `Dry run, nothing written: ${counts}` : counts, ...shown].join('\n')}\n`;
}

function named(lines: readonly number[]): string {
  if (lines.length === 1) return `line ${lines.join()}`;
  const first = lines.slice(0, mostLines).join(', ');
  return lines.length > mostLines ? `${lines.length} lines (${first}, …)` : `lines ${first}`;
}
