import { z } from 'zod';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

/** One sentence rewritten in two ways, without a word on who made which. */
export interface ShownPair {
  readonly id: string;
  /** As it stands in the posting. */
  readonly before: string;
  readonly a: string;
  readonly b: string;
}

const sides = ['a', 'b'] as const;
type Side = (typeof sides)[number];

export interface DrawnPair extends ShownPair {
  /** Which of the two the model made; the policy engine made the other. */
  readonly modelSide: Side;
}

/** `=`: neither is better. */
export const pairChoices = ['a', 'b', '='] as const;
export const pairChoiceSchema = z.enum(pairChoices);
export type PairChoice = (typeof pairChoices)[number];

/** How often each was preferred among the pairs that were answered. */
export interface ComparisonTally {
  readonly pairs: number;
  readonly open: number;
  readonly model: number;
  readonly policy: number;
  readonly neither: number;
}

/** Blind comparisons of a language model with the policy engine, one a model. */
export interface ModelComparisonTable {
  /** Keeps the pairs in their order. @throws when the model has one of them already */
  add(model: string, pairs: readonly DrawnPair[]): void;
  /** Pairs nobody has answered, in order. */
  open(model: string): ShownPair[];
  /** What was answered to each pair, by its id; undefined where it is open. */
  choices(model: string): ReadonlyMap<string, PairChoice | undefined>;
  /** Answers an open pair, and forgets its text; a pair that was answered stays as it is. */
  choose(model: string, id: string, choice: PairChoice): void;
  /** Undefined for a model that was never compared. */
  tally(model: string): ComparisonTally | undefined;
  /** Forgets the text of open pairs, which then stay open for good. */
  forgetTexts(model: string): void;
}

const textsSchema = z.object({ before: z.string(), a: z.string(), b: z.string() });
const answeredSchema = z.array(z.object({ id: z.string(), choice: pairChoiceSchema.nullable() }));

export function createModelComparisonTable(database: Database): ModelComparisonTable {
  const statements = {
    add: database.prepare(
      'INSERT INTO compared_pairs (model, id, position, model_side, texts) VALUES (?, ?, ?, ?, ?)',
    ),
    open: database.prepare<[string], { id: string; texts: string }>(
      `SELECT id, texts FROM compared_pairs
       WHERE model = ? AND choice IS NULL AND texts IS NOT NULL ORDER BY position`,
    ),
    choices: database.prepare('SELECT id, choice FROM compared_pairs WHERE model = ? ORDER BY position'),
    choose: database.prepare(
      'UPDATE compared_pairs SET choice = ?, texts = NULL WHERE model = ? AND id = ? AND choice IS NULL',
    ),
    tally: database.prepare<[string], ComparisonTally>(
      `SELECT count(*) AS pairs, count(*) FILTER (WHERE choice IS NULL) AS open,
         count(*) FILTER (WHERE choice = model_side) AS model,
         count(*) FILTER (WHERE choice <> model_side AND choice <> '=') AS policy,
         count(*) FILTER (WHERE choice = '=') AS neither
       FROM compared_pairs WHERE model = ?`,
    ),
    forgetTexts: database.prepare('UPDATE compared_pairs SET texts = NULL WHERE model = ?'),
  };
  const add = database.transaction((model: string, pairs: readonly DrawnPair[]) => {
    for (const [position, { id, modelSide, before, a, b }] of pairs.entries())
      statements.add.run(model, id, position, modelSide, JSON.stringify({ before, a, b }));
  });
  return {
    add: (model, pairs) => add(model, pairs),
    open: (model) =>
      statements.open.all(model).map(({ id, texts }) => ({ id, ...readJson(textsSchema, texts) })),
    choices: (model) =>
      new Map(
        answeredSchema
          .parse(statements.choices.all(model))
          .map(({ id, choice }) => [id, choice ?? undefined]),
      ),
    choose: (model, id, choice) => {
      statements.choose.run(choice, model, id);
    },
    tally: (model) => {
      const tally = statements.tally.get(model);
      return tally === undefined || tally.pairs === 0 ? undefined : tally;
    },
    forgetTexts: (model) => {
      statements.forgetTexts.run(model);
    },
  };
}
