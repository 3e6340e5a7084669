import { z } from 'zod';
import { lexicon } from '../lexicon/lexicon.ts';
import { wordClasses } from '../lexicon/word-classes.ts';
import {
  categorySchema,
  evidenceSchema,
  labelCategorySchema,
  polaritySchema,
  severitySchema,
} from '../protocol/finding.ts';
import { scanDocument } from './document.ts';
import { guards as ownGuards } from './guards/guards.ts';
import { lineOfPath } from './json-position.ts';
import { lawSchema } from './law.ts';
import { mergePacks, type RulePack } from './merge-packs.ts';
import { compilePattern } from './pattern.ts';
import type { Guard, Rule } from './rule.ts';
import { compileScanner } from './scan.ts';
import { siteSchema } from './site.ts';

const patterns = z.array(z.string().min(1).max(2000)).min(1).max(200);
const sentences = z.tuple([z.string().min(1), z.string().min(1)], z.string().min(1));

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+\/[a-z\d-]+$/, 'use category/name in lower case, such as age/old-hand'),
  category: categorySchema,
  patterns,
  guards: z.exactOptional(z.array(z.string())),
  unguarded: z.exactOptional(z.array(z.string())),
  polarity: z.exactOptional(polaritySchema),
  severity: severitySchema,
  evidence: evidenceSchema.extend({ url: z.exactOptional(z.url({ protocol: /^https?$/ })) }),
  message: z.string().min(1).max(400),
  suggestions: z.exactOptional(
    z.union([
      z.array(z.string()).max(10),
      z.literal('pronoun'),
      z.record(z.string(), z.array(z.string()).max(10)),
    ]),
  ),
  requirementQuestion: z.exactOptional(z.boolean()),
  jurisdictions: z.exactOptional(z.array(z.string().min(2))),
  labels: z.exactOptional(z.union([labelCategorySchema, z.literal(false)])),
  flags: sentences,
  passes: sentences,
}) satisfies z.ZodType<Rule>;

const guardSchema = z.strictObject({
  name: z.string().min(1),
  scope: z.enum(['sentence', 'document', 'before', 'after', 'over']),
  within: z.exactOptional(z.int().min(0).max(20)),
  written: z.exactOptional(z.enum(['quoted', 'capitalised'])),
  patterns,
}) satisfies z.ZodType<Guard>;

/** A file of rules, guards, word classes, laws and sites that a company adds to what ships. */
export const rulePackSchema = z.strictObject({
  $schema: z.exactOptional(z.string()),
  name: z.string().min(1).max(100),
  /** Rules that are added; one whose id is already there takes its place. */
  rules: z.exactOptional(z.array(ruleSchema).max(2000)),
  guards: z.exactOptional(z.array(guardSchema).max(200)),
  /** Words added to the named classes. */
  classes: z.exactOptional(z.record(z.string(), z.array(z.string().min(1)).max(5000))),
  laws: z.exactOptional(z.array(lawSchema).max(1000)),
  /** Sites with a posting form, in the form of `extension/sites.json`; only the extension makes use of them. */
  sites: z.exactOptional(z.array(siteSchema).max(500)),
  /** Ids of rules and laws that are switched off. */
  disable: z.exactOptional(z.array(z.string())),
}) satisfies z.ZodType<RulePack>;

/** A pack that was refused; the message names the file, the line, the reason and the mend. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError';
  readonly line: number;
  constructor(file: string, line: number, why: string, options?: ErrorOptions) {
    super(`${file}, line ${line}: ${why}`, options);
    this.line = line;
  }
}

/**
 * Reads a rule pack from the text of a file. Every pattern is compiled and every rule is run on its own sentences, so that a pack
 * which is accepted works.
 * @throws RulePackError with line and reason; nothing of a bad pack is used.
 */
export function parseRulePack(json: string, file = 'rule pack'): RulePack {
  const parsed = rulePackSchema.safeParse(parseJson(json, file));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    const path = [...(issue?.path ?? []), ...unknown];
    const why = unknown.length > 0 ? 'there is no such field' : issue?.message;
    throw new RulePackError(file, lineOfPath(json, path), `${path.join('.') || 'the pack'}: ${why}`);
  }
  const pack: RulePack = parsed.data;
  proveRules(pack, json, file);
  return pack;
}

function parseJson(json: string, file: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new RulePackError(file, lineOfPath(json), `this is not valid JSON (${message}).`, { cause: error });
  }
}

function proveRules(pack: RulePack, json: string, file: string): void {
  const refuse = (path: readonly PropertyKey[], error: unknown): never => {
    const why = error instanceof Error ? error.message : String(error);
    throw new RulePackError(file, lineOfPath(json, path), why, { cause: error });
  };
  const merged = mergePacks({ rules: lexicon, guards: ownGuards, classes: wordClasses, laws: [] }, [pack]);
  for (const list of ['guards', 'rules'] as const) {
    pack[list]?.forEach((one, index) => {
      one.patterns.forEach((pattern, place) => {
        try {
          compilePattern(pattern, merged.classes);
        } catch (error) {
          refuse([list, index, 'patterns', place], error);
        }
      });
    });
  }
  pack.rules?.forEach((rule, index) => {
    try {
      const wrong = failingSentence(rule, merged.guards, merged.classes);
      if (wrong) refuse(['rules', index, wrong.list, wrong.index], new Error(wrong.why));
    } catch (error) {
      if (error instanceof RulePackError) throw error;
      refuse(['rules', index], error);
    }
  });
}

/** The first of a rule's own sentences on which it does not do what it says. */
export function failingSentence(
  rule: Rule,
  guards: readonly Guard[],
  classes: Readonly<Record<string, readonly string[]>>,
): { list: 'flags' | 'passes'; index: number; why: string } | undefined {
  const scan = compileScanner([rule], guards, classes);
  for (const list of ['flags', 'passes'] as const) {
    const index = rule[list].findIndex((sentence) => {
      const found = scanDocument(sentence, scan).hits.some(({ guardedBy }) => guardedBy === undefined);
      return found !== (list === 'flags');
    });
    if (index === -1) continue;
    const verb = list === 'flags' ? 'does not find anything in' : 'marks something in';
    return { list, index, why: `rule "${rule.id}" ${verb} its own sentence "${rule[list][index]}".` };
  }
  return undefined;
}
