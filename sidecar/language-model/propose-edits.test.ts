import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { checkForWords } from './check-for-words.fixture.ts';
import type { Completion, LanguageModel } from './ollama-client.ts';
import { proposeEdits } from './propose-edits.ts';

const check = checkForWords(['rockstar', 'young']);
const text = 'Join a young team.\nWe want a rockstar developer.\nPay is $90,000.';

function modelThat(answers: (request: Completion) => string) {
  const asked: Completion[] = [];
  const model: LanguageModel = {
    list: async () => [],
    complete: async (request, signal) => {
      signal.throwIfAborted();
      asked.push(request);
      return answers(request);
    },
  };
  return { model, asked };
}

const options = (model: LanguageModel, signal = new AbortController().signal) => ({
  model,
  modelName: 'small',
  check,
  seed: 1,
  signal,
});

describe('proposeEdits', () => {
  it('asks once for each sentence with a finding and offers the first alternative that passes', async () => {
    const { model, asked } = modelThat(({ prompt }) =>
      JSON.stringify({
        alternatives: prompt.includes('rockstar')
          ? ['We want a rockstar.', 'We want a skilled developer.']
          : ['Join a young, lively team.', 'Join a friendly team.'],
      }),
    );
    const proposals = await proposeEdits(text, options(model));
    expect(asked).toHaveLength(2);
    expect(proposals.edits.map((edit) => [edit.before, edit.after])).toEqual([
      ['young', 'friendly'],
      ['rockstar', 'skilled'],
    ]);
    expect(proposals.refusals).toEqual({ 'still-flagged': 2 });
  });

  it('takes an answer that is no JSON, or of another shape, as no proposal', async () => {
    const { model } = modelThat(({ prompt }) =>
      prompt.includes('rockstar') ? '{"alternatives": [1]}' : 'Sure! Here',
    );
    const proposals = await proposeEdits(text, options(model));
    expect(proposals.edits).toEqual([]);
    expect(proposals.refusals).toEqual({ malformed: 6 });
  });

  it('draws another answer where nothing of the first may be offered, three in all', async () => {
    const answers = ['We want a rockstar.', 'A true rockstar developer.', 'We want a skilled developer.'];
    const { model, asked } = modelThat(({ seed = 0 }) =>
      JSON.stringify({ alternatives: [answers[seed - 1]] }),
    );
    const { edits, refusals } = await proposeEdits('We want a rockstar developer.', options(model));
    expect(asked.map(({ seed }) => seed)).toEqual([1, 2, 3]);
    expect(edits.map(({ after }) => after)).toEqual(['skilled']);
    expect(refusals).toEqual({ 'still-flagged': 2 });
  });

  it('always limits the answer, and keeps answers by content', async () => {
    const { model, asked } = modelThat(() => '{"alternatives":[]}');
    const cache = new Map<string, string>();
    await proposeEdits(text, { ...options(model), cache });
    await proposeEdits(text, { ...options(model), cache });
    expect(asked).toHaveLength(6);
    // Room for three alternatives, and not for a model that repeats itself.
    for (const request of asked) {
      expect(request.maxTokens).toBeGreaterThanOrEqual(64);
      expect(request.maxTokens).toBeLessThanOrEqual(100);
    }
  });

  it('asks once for a whole paragraph where that is wanted, and changes nothing outside it', async () => {
    const two = 'Join a young team. We want a rockstar developer.';
    const { model, asked } = modelThat(() =>
      JSON.stringify({ alternatives: ['Join a friendly team. We want a skilled developer.'] }),
    );
    const posting = `${two}\n\nPay is $90,000.`;
    const { edits } = await proposeEdits(posting, { ...options(model), passage: 'paragraph' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.prompt).toContain(two);
    expect(applyEdits(posting, edits)).toBe(
      'Join a friendly team. We want a skilled developer.\n\nPay is $90,000.',
    );
  });

  it('a very long paragraph is asked about sentence by sentence', async () => {
    const long = `${'We work with people in many places. '.repeat(20)}Join a young team.`;
    const { model, asked } = modelThat(() => '{"alternatives":["Join a friendly team."]}');
    const { edits } = await proposeEdits(long, { ...options(model), passage: 'paragraph' });
    expect(asked).toHaveLength(1);
    expect(asked[0]?.prompt).toContain('<sentence>Join a young team.</sentence>');
    expect(applyEdits(long, edits)).toBe(long.replace('young', 'friendly'));
  });

  it('stops between sentences when cancelled', async () => {
    const stop = new AbortController();
    const { model, asked } = modelThat(() => {
      stop.abort();
      return '{"alternatives":[]}';
    });
    await expect(proposeEdits(text, options(model, stop.signal))).rejects.toThrow();
    expect(asked).toHaveLength(1);
  });
});
