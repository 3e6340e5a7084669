import { describe, expect, it } from 'vitest';
import { GgufError, type MetadataValue } from './gguf/metadata.ts';
import { createTokenizer } from './tokenizer.ts';

const list = (value: readonly string[]): MetadataValue => ({ type: 'array', of: 'string', value });
const integers = (value: readonly number[]): MetadataValue => ({ type: 'array', of: 'int32', value });
const text = (value: string): MetadataValue => ({ type: 'string', value });

/** A byte-level model in miniature: single characters, two merges and one control token. */
const byteLevel = new Map<string, MetadataValue>([
  ['tokenizer.ggml.model', text('gpt2')],
  ['tokenizer.ggml.pre', text('smollm')],
  ['tokenizer.ggml.tokens', list(['<|im_end|>', 'Ġ', 't', 'h', 'e', '1', 'th', 'the', 'Ġthe'])],
  ['tokenizer.ggml.token_type', integers([3, 1, 1, 1, 1, 1, 1, 1, 1])],
  ['tokenizer.ggml.merges', list(['t h', 'th e', 'Ġ the'])],
  ['tokenizer.ggml.eos_token_id', { type: 'uint32', value: 0 }],
]);

const pieces = ['<unk>', '<s>', '</s>', '▁', 'a', 'b', 'ab', '▁ab', '<0xC3>', '<0xA9>'];
const sentencePiece = new Map<string, MetadataValue>([
  ['tokenizer.ggml.model', text('llama')],
  ['tokenizer.ggml.tokens', list(pieces)],
  ['tokenizer.ggml.scores', { type: 'array', of: 'float32', value: [0, 0, 0, -5, -4, -3, -2, -1, 0, 0] }],
  ['tokenizer.ggml.token_type', integers([2, 3, 3, 1, 1, 1, 1, 1, 6, 6])],
  ['tokenizer.ggml.add_bos_token', { type: 'bool', value: true }],
  ['tokenizer.ggml.bos_token_id', { type: 'uint32', value: 1 }],
  ['tokenizer.ggml.eos_token_id', { type: 'uint32', value: 2 }],
]);

describe('createTokenizer', () => {
  it('merges byte pairs in rank order and keeps digits apart', () => {
    const tokenizer = createTokenizer(byteLevel);
    expect(tokenizer.encode('the the')).toEqual([7, 8]);
    expect(tokenizer.encode('11')).toEqual([5, 5]);
    expect(tokenizer.decode([7, 8])).toBe('the the');
    expect(tokenizer.decode([])).toBe('');
  });

  it('keeps every numeral apart, superscripts too', () => {
    const numerals = new Map(byteLevel)
      .set('tokenizer.ggml.tokens', list(['<|im_end|>', 'Ġ', 'Â', '²', 'ĠÂ']))
      .set('tokenizer.ggml.token_type', integers([3, 1, 1, 1, 1]))
      .set('tokenizer.ggml.merges', list(['Ġ Â']));
    expect(createTokenizer(numerals).encode(' ²')).toEqual([1, 2, 3]);
  });

  it('recognises control tokens as a whole and knows which end an answer', () => {
    const tokenizer = createTokenizer(byteLevel);
    expect(tokenizer.encode('the<|im_end|>')).toEqual([7, 0]);
    expect(tokenizer.ends).toEqual([0]);
    expect(tokenizer.beginning).toBeUndefined();
  });

  it('derives merges from the scores of a SentencePiece model, and falls back to bytes', () => {
    const tokenizer = createTokenizer(sentencePiece);
    expect(tokenizer.encode('ab')).toEqual([7]);
    expect(tokenizer.encode('abé')).toEqual([7, 8, 9]);
    expect(tokenizer.decode([7, 8, 9])).toBe('abé');
    expect(tokenizer.beginning).toBe(1);
  });

  it('refuses splitting rules it does not know, naming those it does', () => {
    const other = new Map(byteLevel).set('tokenizer.ggml.pre', text('falcon'));
    expect(() => createTokenizer(other)).toThrow(GgufError);
    expect(() => createTokenizer(other)).toThrow(/"falcon".*gpt-2, smollm, qwen2, llama-bpe/);
  });
});
