import type { Configuration } from './configuration.ts';

/** One text to score or learn from: `weights[i]` is the factor of the loss for predicting `tokens[i]`; the first is never predicted. */
export interface WeightedText {
  readonly tokens: readonly number[];
  readonly weights: readonly number[];
}

/** Where a text's predictions stand in a packed pass: prediction of `tokens[i]` is row `start + i - 1`. */
export interface PackedText {
  readonly text: number;
  readonly start: number;
}

export interface PackedBatch {
  readonly feeds: Readonly<Record<string, Float32Array | BigInt64Array>>;
  readonly texts: readonly PackedText[];
}

/**
 * Puts texts side by side into passes of `length` tokens, longest first, each blind to the others, so that short texts
 * waste nothing. A text needs `tokens.length - 1` rows.
 * @throws RangeError when a text does not fit into one pass.
 */
export function packTexts(
  configuration: Configuration,
  texts: readonly WeightedText[],
  length: number,
): PackedBatch[] {
  const order = texts.map((_, index) => index).sort((a, b) => rowsOf(texts, b) - rowsOf(texts, a) || a - b);
  const passes: { used: number; texts: PackedText[] }[] = [];
  for (const text of order) {
    const rows = rowsOf(texts, text);
    if (rows > length)
      throw new RangeError(
        `A text of ${rows + 1} tokens does not fit into a pass of ${length}; shorten it or use a longer pass.`,
      );
    if (rows < 1) continue;
    let pass = passes.find((open) => open.used + rows <= length);
    if (pass === undefined) {
      pass = { used: 0, texts: [] };
      passes.push(pass);
    }
    pass.texts.push({ text, start: pass.used });
    pass.used += rows;
  }
  return passes.map((pass) => ({
    texts: pass.texts,
    feeds: feedsOf(configuration, texts, pass.texts, length),
  }));
}

const rowsOf = (texts: readonly WeightedText[], index: number) => (texts[index]?.tokens.length ?? 0) - 1;

function feedsOf(
  configuration: Configuration,
  texts: readonly WeightedText[],
  placed: readonly PackedText[],
  length: number,
): Record<string, Float32Array | BigInt64Array> {
  const tokens = new BigInt64Array(length);
  const targets = new BigInt64Array(length);
  const weights = new Float32Array(length);
  const positions = new Int32Array(length);
  /** Which text a row belongs to; padding rows see only themselves. */
  const owner = Int32Array.from({ length }, (_, row) => -1 - row);
  for (const { text, start } of placed) {
    const source = texts[text];
    for (let i = 0; i < rowsOf(texts, text); i += 1) {
      tokens[start + i] = BigInt(source?.tokens[i] ?? 0);
      targets[start + i] = BigInt(source?.tokens[i + 1] ?? 0);
      weights[start + i] = source?.weights[i + 1] ?? 0;
      positions[start + i] = i;
      owner[start + i] = text;
    }
  }
  const mask = (window: number) => {
    const values = new Float32Array(length * length).fill(-1e9);
    for (let row = 0; row < length; row += 1)
      for (let column = 0; column <= row; column += 1)
        if (owner[row] === owner[column] && row - column < window) values[row * length + column] = 0;
    return values;
  };
  const { local } = configuration;
  return {
    tokens,
    targets,
    weights,
    mask: mask(length),
    ...rotaryTables(positions, configuration.headSize, configuration.rotaryBase, ''),
    ...(local
      ? {
          maskLocal: mask(local.window),
          ...rotaryTables(positions, configuration.headSize, local.rotaryBase, 'Local'),
        }
      : {}),
  };
}

/** Cosine and sine of every position and frequency; both halves of a head share their frequencies. */
function rotaryTables(
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
