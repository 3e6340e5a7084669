import type { Configuration } from './configuration.ts';

/** One text to learn from: `weights[i]` is the factor of the loss for predicting `tokens[i]`; the first is never predicted. */
export interface WeightedText {
  readonly tokens: readonly number[];
  readonly weights: readonly number[];
}

/** A text with the tokens of it that the model is to predict; `at` counts from the text's start and is never 0. */
export interface PredictedText {
  readonly tokens: readonly number[];
  readonly predictions: readonly { readonly at: number; readonly weight: number }[];
}

/** What one pass holds: rows of the transformer, and rows for which the whole vocabulary is scored. */
export interface PassSize {
  readonly tokens: number;
  readonly predictions: number;
}

/** Where a text's predictions stand in a pass: from `start` on, in their order. */
export interface PackedText {
  readonly text: number;
  readonly start: number;
}

export interface PackedBatch {
  readonly feeds: Readonly<Record<string, Float32Array | BigInt64Array>>;
  readonly texts: readonly PackedText[];
}

/** A token of a pass. Texts that begin alike share the rows of their beginning. */
interface Row {
  readonly token: number;
  /** Row of the token before it; -1 for a text's first. */
  readonly parent: number;
  readonly position: number;
}

interface Pass {
  readonly rows: Row[];
  /** Row that follows another with a certain token. */
  readonly next: Map<string, number>;
  readonly predictions: { readonly row: number; readonly target: number; readonly weight: number }[];
  readonly texts: PackedText[];
}

/**
 * Puts texts into passes as trees of tokens: equal beginnings, such as instructions or a question with several answers,
 * are computed once, and every token sees the tokens before it in its own text only. The last token is never a row, as
 * nothing is predicted from it. A text goes where it adds the fewest rows.
 * @throws RangeError when a text does not fit into one pass.
 */
export function packTexts(
  configuration: Configuration,
  texts: readonly PredictedText[],
  size: PassSize,
): PackedBatch[] {
  const passes: Pass[] = [];
  for (const [text, { tokens, predictions }] of texts.entries()) {
    if (predictions.length === 0) continue;
    if (tokens.length - 1 > size.tokens || predictions.length > size.predictions)
      throw new RangeError(
        `A text of ${tokens.length} tokens with ${predictions.length} to predict does not fit into a pass of ${size.tokens} with ${size.predictions}; shorten it or use a longer pass.`,
      );
    let chosen: Pass | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const pass of passes) {
      const added = newRows(pass, tokens);
      const fits =
        pass.rows.length + added <= size.tokens &&
        pass.predictions.length + predictions.length <= size.predictions;
      if (fits && added < fewest) [chosen, fewest] = [pass, added];
    }
    if (chosen === undefined) {
      chosen = { rows: [], next: new Map(), predictions: [], texts: [] };
      passes.push(chosen);
    }
    addText(chosen, text, texts[text] ?? { tokens, predictions });
  }
  return passes.map((pass) => ({ texts: pass.texts, feeds: feedsOf(configuration, pass, size) }));
}

const follows = (row: number, token: number) => `${row} ${token}`;

function newRows(pass: Pass, tokens: readonly number[]): number {
  let row: number | undefined = -1;
  let known = 0;
  for (; known < tokens.length - 1; known += 1) {
    row = pass.next.get(follows(row, tokens[known] ?? 0));
    if (row === undefined) break;
  }
  return tokens.length - 1 - known;
}

function addText(pass: Pass, text: number, { tokens, predictions }: PredictedText): void {
  const path: number[] = [];
  for (let position = 0; position < tokens.length - 1; position += 1) {
    const parent = path.at(-1) ?? -1;
    const token = tokens[position] ?? 0;
    let row = pass.next.get(follows(parent, token));
    if (row === undefined) {
      row = pass.rows.length;
      pass.rows.push({ token, parent, position });
      pass.next.set(follows(parent, token), row);
    }
    path.push(row);
  }
  pass.texts.push({ text, start: pass.predictions.length });
  for (const { at, weight } of predictions)
    pass.predictions.push({ row: path[at - 1] ?? 0, target: tokens[at] ?? 0, weight });
}

function feedsOf(
  configuration: Configuration,
  pass: Pass,
  size: PassSize,
): Record<string, Float32Array | BigInt64Array> {
  const tokens = new BigInt64Array(size.tokens);
  const positions = new Int32Array(size.tokens);
  for (const [index, row] of pass.rows.entries()) {
    tokens[index] = BigInt(row.token);
    positions[index] = row.position;
  }
  const targets = new BigInt64Array(size.predictions);
  const weights = new Float32Array(size.predictions);
  const predicted = new Float32Array(size.predictions * size.tokens);
  for (const [index, { row, target, weight }] of pass.predictions.entries()) {
    targets[index] = BigInt(target);
    weights[index] = weight;
    predicted[index * size.tokens + row] = 1;
  }
  const { local } = configuration;
  return {
    tokens,
    targets,
    weights,
    predicted,
    mask: maskOf(pass.rows, size.tokens, size.tokens),
    ...rotaryTables(configuration, positions),
    ...(local ? { maskLocal: maskOf(pass.rows, size.tokens, local.window) } : {}),
  };
}

/** Additive mask [length, length]: a row sees itself and up to `window - 1` tokens before it in its own text; padding only itself. */
function maskOf(rows: readonly Row[], length: number, window: number): Float32Array {
  const mask = new Float32Array(length * length).fill(-1e9);
  for (let index = 0; index < length; index += 1) {
    mask[index * length + index] = 0;
    let seen = rows[index]?.parent ?? -1;
    for (let distance = 1; distance < window && seen >= 0; distance += 1) {
      mask[index * length + seen] = 0;
      seen = rows[seen]?.parent ?? -1;
    }
  }
  return mask;
}

/** The graph's `cosine` and `sine` [positions, 1, head size], and those of local layers where a model has them. */
export function rotaryTables(
  { headSize, rotaryBase, local }: Pick<Configuration, 'headSize' | 'rotaryBase' | 'local'>,
  positions: Int32Array,
): Record<string, Float32Array> {
  return {
    ...rotaryTable(positions, headSize, rotaryBase, ''),
    ...(local ? rotaryTable(positions, headSize, local.rotaryBase, 'Local') : {}),
  };
}

/** Cosine and sine of every position and frequency; both halves of a head share their frequencies. */
function rotaryTable(
  positions: Int32Array,
  headSize: number,
  base: number,
  suffix: string,
): Record<string, Float32Array> {
  const cosine = new Float32Array(positions.length * headSize);
  const sine = new Float32Array(positions.length * headSize);
  const half = headSize / 2;
  for (const [row, position] of positions.entries()) {
    for (let j = 0; j < headSize; j += 1) {
      const angle = position * base ** (-(j % half) / half);
      cosine[row * headSize + j] = Math.cos(angle);
      sine[row * headSize + j] = Math.sin(angle);
    }
  }
  return { [`cosine${suffix}`]: cosine, [`sine${suffix}`]: sine };
}
