import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDetector } from '../../shared/detection/detector.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { combineEdits } from '../../shared/edits/combine-edits.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { createRandom } from '../../shared/random.ts';
import { createOllama } from '../../sidecar/language-model/ollama-client.ts';
import { proposeEdits } from '../../sidecar/language-model/propose-edits.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { deployModel, findModelFile } from '../../training/language-model/deploy.ts';
import { type GrammarChecker, loadGrammarChecker } from '../../training/paper-protocol/grammar-checker.ts';
import { createPolicyRewriter } from '../../training/policy-rewriter.ts';
import type { RealOllama } from '../model/real-ollama.ts';
import type { Row } from './detection-row.ts';
import { postingsToRewrite, shownEdit } from './model-edits.ts';
import { writeImitator } from './model-learning.ts';
import { openListReader } from './model-list-reader.ts';

const signal = new AbortController().signal;
const detector = createDetector();
const check = (text: string) => detector.check(text);
const countMarks = (text: string) => check(text).findings.filter(isMarked).length;

export interface RewriteOptions {
  readonly ollama: Pick<RealOllama, 'baseUrl' | 'model'>;
  /** A .gguf file that was trained from it, or the name of an installed model; one is trained by imitation when absent. */
  readonly tuned: string | undefined;
  readonly minutes: number;
  readonly threads: number;
  readonly postings: number;
  /** Where accepted edits are kept for reading, one JSON object a line: their text is that of real postings. */
  readonly keepEdits: string | undefined;
  readonly say: (line: string) => void;
}

/** One posting as one method leaves it. Measures are `NaN` where they cannot be read. */
interface Rewritten {
  readonly edits: readonly Edit[];
  /** Alternatives that are not offered, by reason. */
  readonly refusals: Readonly<Record<string, number>>;
  readonly measures: Readonly<Record<Measure, number>>;
}

const measures = {
  left: 'findings left, of those marked before',
  grammar: 'grammar errors that were not there before, a posting',
  relevance: 'change of relevance',
  gap: 'change of the gap beyond chance',
} as const;
type Measure = keyof typeof measures;
/** What each method is read beside, posting by posting. */
const comparedWith: Readonly<Record<string, readonly string[]>> = {
  tuned: ['base', 'policy'],
  both: ['policy'],
};
const measureNames = Object.keys(measures) as Measure[];

/**
 * Rewrites of real postings that no training of ours has seen: base and tuned model as they are used, through Ollama, beside the
 * policy engine and both together (`--engine both`), with paired 95 % intervals over postings. Lists are those of the synthetic sample company.
 */
export async function rewriteRows(options: RewriteOptions): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'autorefine-rewrites-'));
  try {
    const readLists = await openListReader(folder, signal);
    const grammar = await loadGrammarChecker();
    if (grammar === undefined) options.say('Grammar: not measured, as harper.js is not installed.');
    const tuned = await tunedModel(options, join(folder, 'model.gguf'));
    const methods = createMethods(options.ollama, tuned);
    const results = new Map(methods.map(({ name }) => [name, [] as Rewritten[]]));
    const postings = postingsToRewrite().slice(0, options.postings);
    for (const [index, posting] of postings.entries()) {
      const proposals = [];
      for (const { rewrite } of methods) proposals.push(await rewrite(posting));
      const texts = proposals.map(({ edits }) => applyEdits(posting, edits));
      const [before, ...after] = (await readLists(posting, [posting, ...texts])) ?? [];
      for (const [m, { name }] of methods.entries()) {
        const [text = '', proposal] = [texts[m], proposals[m]];
        if (proposal === undefined) continue;
        const change = (part: 'gap' | 'relevance') =>
          (after[m]?.[part] ?? Number.NaN) - (before?.[part] ?? Number.NaN);
        results.get(name)?.push({
          ...proposal,
          measures: {
            left: countMarks(text) / countMarks(posting),
            grammar: await newErrors(grammar, posting, text),
            relevance: change('relevance'),
            gap: change('gap'),
          },
        });
        if (options.keepEdits && (name === 'base' || name === 'tuned'))
          for (const edit of proposal.edits)
            appendFileSync(options.keepEdits, `${JSON.stringify(shownEdit(posting, edit))}\n`);
      }
      options.say(`rewrites: ${index + 1} of ${postings.length} postings`);
    }
    return [...results].flatMap(([name, rewritten]) => rowsOf(name, rewritten, results));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Gives Ollama the file that was named, or the base after imitation. @returns the model's name there */
async function tunedModel(
  { ollama: { baseUrl, model }, tuned, minutes, threads, say }: RewriteOptions,
  path: string,
): Promise<string> {
  if (tuned !== undefined && !tuned.endsWith('.gguf')) return tuned;
  const base = await findModelFile(baseUrl, model, signal);
  if (tuned === undefined) {
    const steps = await writeImitator(base.path, path, { minutes, threads });
    say(`rewrites: ${steps} steps of imitation in ${minutes} minutes`);
  }
  const name = 'autorefine-bench:imitator';
  const { template } = base;
  await deployModel({ baseUrl, name, path: tuned ?? path, ...(template ? { template } : {}), signal });
  return name;
}

type Proposal = Pick<Rewritten, 'edits' | 'refusals'>;

function createMethods(ollama: RewriteOptions['ollama'], tuned: string) {
  const client = createOllama({ baseUrl: ollama.baseUrl });
  // What the tuned model answered alone is what it answers beside the policy.
  const cache = new Map<string, string>();
  const asked =
    (modelName: string) =>
    async (text: string): Promise<Proposal> => {
      const { edits, refusals } = await proposeEdits(text, {
        model: client,
        modelName,
        check,
        cache,
        seed: 1,
        signal,
      });
      return { edits, refusals };
    };
  const engine = createPolicyRewriter({
    readRequirements: createRequirementReader(loadTaxonomy()),
    findings: (text) => check(text).findings,
    statements: [],
    policy: undefined,
  });
  const policy = async (text: string): Promise<Proposal> => {
    const { edits, refused } = await engine.rewrite(text);
    return { edits, refusals: { fact: refused.length } };
  };
  return [
    { name: 'base', rewrite: asked(ollama.model) },
    { name: 'tuned', rewrite: asked(tuned) },
    { name: 'policy', rewrite: policy },
    {
      name: 'both',
      rewrite: async (text: string): Promise<Proposal> => {
        const lists = await Promise.all([asked(tuned), policy].map((rewrite) => rewrite(text)));
        const { accepted, refused } = combineEdits(
          text,
          lists.map(({ edits }) => edits),
        );
        return { edits: accepted, refusals: { fact: refused.length } };
      },
    },
  ];
}

async function newErrors(
  grammar: GrammarChecker | undefined,
  before: string,
  after: string,
): Promise<number> {
  if (grammar === undefined) return Number.NaN;
  const known = await grammar.errors(before);
  const found = await grammar.errors(after);
  return found.filter((error) => {
    const at = known.indexOf(error);
    if (at >= 0) known.splice(at, 1);
    return at < 0;
  }).length;
}

function rowsOf(
  name: string,
  rewritten: readonly Rewritten[],
  all: ReadonlyMap<string, readonly Rewritten[]>,
): Row[] {
  const edits = rewritten.reduce((sum, one) => sum + one.edits.length, 0);
  const refusals = new Map<string, number>();
  for (const [reason, count] of rewritten.flatMap((one) => Object.entries(one.refusals)))
    refusals.set(reason, (refusals.get(reason) ?? 0) + count);
  const judged = [...refusals.values()].reduce((sum, count) => sum + count, edits);
  const reasons = [...refusals].map(([reason, count]) => `${reason} ${count}`).join(', ');
  return [
    {
      name: `${name}: edits offered`,
      value: edits,
      unit: 'edits',
      note: `${rewritten.length} postings; not offered: ${reasons}`,
    },
    {
      name: `${name}: alternatives that the fact guard refused`,
      value: (100 * (refusals.get('fact') ?? 0)) / Math.max(1, judged),
      unit: '%',
      note: `of ${judged}`,
    },
    ...measureNames.flatMap((measure) => {
      const values = rewritten.map((one) => one.measures[measure]);
      const others = comparedWith[name] ?? [];
      return [
        meanRow(`${name}: ${measures[measure]}`, values),
        ...others.map((other) =>
          meanRow(
            `${name} less ${other}: ${measures[measure]}`,
            values.map((value, i) => value - (all.get(other)?.[i]?.measures[measure] ?? Number.NaN)),
          ),
        ),
      ];
    }),
  ];
}

/** Mean over the postings that have a value, with a percentile bootstrap over postings. */
function meanRow(name: string, values: readonly number[]): Row {
  const known = values.filter((value) => !Number.isNaN(value));
  const random = createRandom(1).fork(name);
  const draws = Array.from({ length: 2000 }, () =>
    mean(known.map(() => known[random.integer(known.length)] ?? 0)),
  ).sort((a, b) => a - b);
  return {
    name,
    value: mean(known),
    unit: '',
    spread: [draws[49] ?? 0, draws[1949] ?? 0],
    note: `${known.length} postings`,
  };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
