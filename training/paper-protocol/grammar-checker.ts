import type { Lint, LintKind } from 'harper.js';

export interface GrammarChecker {
  /** One string an error, the same for the same error wherever it stands in a text. */
  errors(text: string): Promise<string[]>;
}

/** Matters of taste, as against mistakes. */
const tastes: ReadonlySet<LintKind> = new Set<LintKind>([
  'Enhancement',
  'Formatting',
  'Readability',
  'Redundancy',
  'Regionalism',
  'Style',
  'WordChoice',
]);

let loaded: Promise<GrammarChecker | undefined> | undefined;

/**
 * Harper, a grammar checker that runs on this machine. It is a development dependency and 20 MB large, so it is loaded only
 * here, once a process, and may be missing.
 * @returns undefined when the package is not installed
 */
export function loadGrammarChecker(): Promise<GrammarChecker | undefined> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<GrammarChecker | undefined> {
  try {
    const [{ LocalLinter }, { slimBinaryInlined }] = await Promise.all([
      import('harper.js'),
      import('harper.js/slimBinaryInlined'),
    ]);
    const linter = new LocalLinter({ binary: slimBinaryInlined });
    await linter.setup();
    return {
      errors: async (text) =>
        (await linter.lint(text, { language: 'plaintext' })).flatMap((lint) => {
          const found = describe(lint);
          lint.free();
          return found;
        }),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function describe(lint: Lint): string[] {
  const kind = lint.lint_kind();
  if ((tastes as ReadonlySet<string>).has(kind)) return [];
  return [`${kind}: ${lint.get_problem_text()}: ${lint.message()}`];
}
