import type { Row } from './detection-row.ts';

/** The rows of a part of a benchmark, or why it was skipped. */
export type Section = () => Promise<readonly Row[] | string>;

/**
 * Runs the sections of a benchmark one after the other; skipped ones are said on the standard error.
 * @param only names of those to run, such as `speed,skills`; all of them when absent
 * @throws RangeError that names the unknown ones and the good ones
 */
export async function runSections(
  sections: Readonly<Record<string, Section>>,
  only: string | undefined,
): Promise<Row[]> {
  const names = only?.split(',') ?? Object.keys(sections);
  const unknown = names.filter((name) => sections[name] === undefined);
  if (unknown.length > 0) {
    throw new RangeError(
      `--only "${unknown.join(',')}" is not known; give some of ${Object.keys(sections).join(', ')}, with commas between them.`,
    );
  }
  const rows: Row[] = [];
  for (const name of names) {
    const result = await sections[name]?.();
    if (typeof result === 'string') console.error(`Skipped ${name}: ${result}`);
    else rows.push(...(result ?? []));
  }
  return rows;
}
