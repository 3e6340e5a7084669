import { Tokenizer as TokenizerLibrary } from '@huggingface/tokenizers';
import { GgufError, type Metadata, metadataString } from './gguf/metadata.ts';

/** Text to token ids and back, exactly as the model was trained. */
export interface Tokenizer {
  /** Ids of a text as it stands: nothing is put before or behind it. Control tokens in it are recognised. */
  encode(text: string): number[];
  decode(ids: readonly number[]): string;
  /** Id put before every text, where the model wants one. */
  readonly beginning?: number;
  /** Ids that end an answer. */
  readonly ends: readonly number[];
}

/** Token kinds of the GGUF specification that are matched as a whole before anything else. */
const control = 3;
const userDefined = 4;

/**
 * Builds the tokenizer that a model file carries.
 * @throws GgufError when its kind is not one whose splitting rules are known.
 */
export function createTokenizer(metadata: Metadata): Tokenizer {
  const tokens = strings(metadata, 'tokenizer.ggml.tokens');
  const kinds = numbers(metadata, 'tokenizer.ggml.token_type', tokens.length);
  const model = metadataString(metadata, 'tokenizer.ggml.model');
  const description =
    model === 'llama' ? sentencePiece(metadata, tokens) : byteLevel(metadata, tokens, model);
  const added = tokens.flatMap((content, id) =>
    kinds[id] === control || kinds[id] === userDefined
      ? [
          {
            id,
            content,
            single_word: false,
            lstrip: false,
            rstrip: false,
            normalized: false,
            special: kinds[id] === control,
          },
        ]
      : [],
  );
  const library = new TokenizerLibrary(
    {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: added,
      post_processor: null,
      ...description,
    },
    {},
  );
  const beginning = flag(metadata, 'tokenizer.ggml.add_bos_token')
    ? id(metadata, 'tokenizer.ggml.bos_token_id')
    : undefined;
  const endNames = new Set(['<|im_end|>', '<|endoftext|>', '<|eot_id|>', '<end_of_turn>', '</s>']);
  const ends = [
    id(metadata, 'tokenizer.ggml.eos_token_id'),
    ...added.filter((token) => endNames.has(token.content)).map((token) => token.id),
  ];
  return {
    encode: (text) => library.encode(text, { add_special_tokens: false }).ids,
    // The library refuses to decode nothing.
    decode: (ids) =>
      ids.length === 0
        ? ''
        : library.decode([...ids], { skip_special_tokens: false, clean_up_tokenization_spaces: false }),
    ...(beginning === undefined ? {} : { beginning }),
    ends: [...new Set(ends.filter((end) => end !== undefined))],
  };
}

/** How text is cut before byte pairs are merged, by the name a model file gives; the patterns are the models' own. */
const splitters: Record<string, { normalizer: object | null; preTokenizer: object; ignoreMerges?: boolean }> =
  {
    'gpt-2': { normalizer: null, preTokenizer: byteLevelStep(true) },
    smollm: {
      normalizer: null,
      // Every numeral stands alone, superscripts and fractions too: the library's own step for digits knows 0 to 9 only.
      preTokenizer: sequence(splitStep('\\p{N}'), byteLevelStep(true)),
    },
    qwen2: {
      normalizer: { type: 'NFC' },
      preTokenizer: sequence(
        splitStep(
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        ),
        byteLevelStep(false),
      ),
    },
    'llama-bpe': {
      normalizer: null,
      ignoreMerges: true,
      preTokenizer: sequence(
        splitStep(
          "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
        ),
        byteLevelStep(false),
      ),
    },
  };

function byteLevelStep(useRegex: boolean): object {
  return { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: useRegex };
}
function splitStep(pattern: string): object {
  return { type: 'Split', pattern: { Regex: pattern }, behavior: 'Isolated', invert: false };
}
function sequence(...pretokenizers: object[]): object {
  return { type: 'Sequence', pretokenizers };
}

function byteLevel(metadata: Metadata, tokens: readonly string[], model: string) {
  if (model !== 'gpt2')
    throw new GgufError(`The tokenizer "${model}" is not supported; "gpt2" and "llama" are.`);
  const name = metadata.has('tokenizer.ggml.pre') ? metadataString(metadata, 'tokenizer.ggml.pre') : 'gpt-2';
  const splitter = splitters[name];
  if (splitter === undefined)
    throw new GgufError(
      `The tokenizer splits text by "${name}", which is not known here; known: ${Object.keys(splitters).join(', ')}.`,
    );
  return {
    normalizer: splitter.normalizer,
    pre_tokenizer: splitter.preTokenizer,
    decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true, use_regex: true },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: null,
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: false,
      byte_fallback: false,
      ignore_merges: splitter.ignoreMerges ?? false,
      vocab: vocabularyOf(tokens),
      merges: strings(metadata, 'tokenizer.ggml.merges').map(splitMerge),
    },
  };
}

/** A merge is two tokens with one space between them; a token may itself begin with a space in no byte-level model. */
function splitMerge(merge: string): [string, string] {
  const space = merge.indexOf(' ', 1);
  return [merge.slice(0, space), merge.slice(space + 1)];
}

function sentencePiece(metadata: Metadata, tokens: readonly string[]) {
  const scores = numbers(metadata, 'tokenizer.ggml.scores', tokens.length);
  const vocabulary = new Map(tokens.map((token, id) => [token, id]));
  const prefix = metadata.has('tokenizer.ggml.add_space_prefix')
    ? flag(metadata, 'tokenizer.ggml.add_space_prefix')
    : true;
  const replace = { type: 'Replace', pattern: { String: ' ' }, content: '▁' };
  return {
    normalizer: prefix
      ? { type: 'Sequence', normalizers: [{ type: 'Prepend', prepend: '▁' }, replace] }
      : replace,
    pre_tokenizer: null,
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        ...(prefix ? [{ type: 'Strip', content: ' ', start: 1, stop: 0 }] : []),
      ],
    },
    model: {
      type: 'BPE',
      dropout: null,
      unk_token: '<unk>',
      continuing_subword_prefix: null,
      end_of_word_suffix: null,
      fuse_unk: true,
      byte_fallback: true,
      ignore_merges: false,
      vocab: vocabularyOf(tokens),
      merges: mergesByScore(tokens, scores, vocabulary),
    },
  };
}

/**
 * The merges that a list of scored pieces stands for: every way to make a piece of two others, best score first.
 * This is how a SentencePiece model is turned into byte-pair merges.
 */
function mergesByScore(
  tokens: readonly string[],
  scores: readonly number[],
  vocabulary: ReadonlyMap<string, number>,
): [string, string][] {
  const merges = tokens.flatMap((token, id) => {
    const characters = [...token];
    return characters.slice(1).flatMap((_, index) => {
      const left = characters.slice(0, index + 1).join('');
      const right = characters.slice(index + 1).join('');
      const leftId = vocabulary.get(left);
      const rightId = vocabulary.get(right);
      return leftId === undefined || rightId === undefined
        ? []
        : [{ left, right, leftId, rightId, score: scores[id] ?? 0 }];
    });
  });
  merges.sort((a, b) => b.score - a.score || a.leftId - b.leftId || a.rightId - b.rightId);
  return merges.map(({ left, right }) => [left, right]);
}

function vocabularyOf(tokens: readonly string[]): Record<string, number> {
  return Object.fromEntries(tokens.map((token, id) => [token, id]));
}

function strings(metadata: Metadata, key: string): readonly string[] {
  const entry = metadata.get(key);
  if (entry?.type !== 'array' || entry.of !== 'string')
    throw new GgufError(`The model file has no list "${key}".`);
  return entry.value;
}

function numbers(metadata: Metadata, key: string, length: number): readonly number[] {
  const entry = metadata.get(key);
  if (entry?.type !== 'array' || entry.of === 'string' || entry.value.length !== length)
    throw new GgufError(`The model file has no list "${key}" of ${length} numbers.`);
  return entry.value.map(Number);
}

const flag = (metadata: Metadata, key: string) => metadata.get(key)?.value === true;

function id(metadata: Metadata, key: string): number | undefined {
  const entry = metadata.get(key);
  return entry?.type === 'uint32' ? Number(entry.value) : undefined;
}
