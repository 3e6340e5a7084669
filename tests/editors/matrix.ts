import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../sidecar/start/extension-build.ts';
import { checks } from './checks.ts';
import type { EditorFixture } from './fixtures/fixture.ts';

const file = join(root, 'docs', 'editors.md');
const [begin, end] = ['<!-- matrix: written by the test run -->', '<!-- end of matrix -->'];

/** What became of every check of every editor in one run. */
export interface Matrix {
  note(fixture: EditorFixture, check: number, passed: boolean): void;
  /** The table in Markdown: a row for each editor, a column for each check. */
  table(): string;
  /** Puts the table in its place in `docs/editors.md`. */
  write(): void;
}

export function createMatrix(fixtures: readonly EditorFixture[]): Matrix {
  const outcomes = new Map<string, boolean>();
  const keyOf = (fixture: EditorFixture, check: number) => `${fixture.name} ${check}`;
  const table = () => {
    const head = `| editor | ${checks.map(({ number }) => number).join(' | ')} |`;
    const line = `| --- |${checks.map(() => ' --- |').join('')}`;
    const rows = fixtures.map((fixture) => {
      const cells = checks.map(({ number }) => {
        const outcome = outcomes.get(keyOf(fixture, number));
        return outcome === undefined ? 'not run' : outcome ? 'yes' : '**no**';
      });
      return `| ${fixture.name} | ${cells.join(' | ')} |`;
    });
    return [head, line, ...rows].join('\n');
  };
  return {
    note: (fixture, check, passed) => outcomes.set(keyOf(fixture, check), passed),
    table,
    write() {
      const page = readFileSync(file, 'utf8');
      const from = page.indexOf(begin);
      const to = page.indexOf(end);
      if (from < 0 || to < 0)
        throw new Error(`${file} has lost the lines “${begin}” and “${end}”: put them back.`);
      writeFileSync(file, `${page.slice(0, from + begin.length)}\n\n${table()}\n\n${page.slice(to)}`);
    },
  };
}
