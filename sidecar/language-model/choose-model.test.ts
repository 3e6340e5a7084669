import { describe, expect, it } from 'vitest';
import { chooseModel, recommendedModels } from './choose-model.ts';
import { isCloudModel, LanguageModelError } from './ollama-client.ts';

const gibibyte = 1024 ** 3;
const installed = [
  { name: 'small:1b', bytes: 1 * gibibyte, generates: true },
  { name: 'middle:4b', bytes: 3 * gibibyte, generates: true },
  { name: 'large:70b', bytes: 40 * gibibyte, generates: true },
  { name: 'vectors', bytes: 3.1 * gibibyte, generates: false },
];

describe('chooseModel', () => {
  it('takes the largest generating model that leaves half of the memory free', () => {
    expect(chooseModel(installed, 16 * gibibyte)).toBe('middle:4b');
    expect(chooseModel(installed, 4 * gibibyte)).toBe('small:1b');
  });

  it('prefers the fine-tuned model in force, and takes no other of ours by itself', () => {
    const ours = (tag: string) => ({ name: `autorefine:${tag}`, bytes: 3.5 * gibibyte, generates: true });
    const withdrawn = [...installed, ours('training'), ours('2026-01-01-abc')];
    expect(chooseModel(withdrawn, 16 * gibibyte)).toBe('middle:4b');
    expect(chooseModel([...withdrawn, ours('current')], 16 * gibibyte)).toBe('autorefine:current');
    expect(chooseModel(withdrawn, 16 * gibibyte, 'autorefine:2026-01-01-abc')).toBe(
      'autorefine:2026-01-01-abc',
    );
  });

  it('calls the one in force by the name it was trained under, so that another one later is not taken for it', () => {
    const ours = (tag: string, digest: string) => ({
      name: `autorefine:${tag}`,
      bytes: gibibyte,
      digest,
      generates: true,
    });
    const [one, two] = [ours('2026-01-01-abc', 'a'), ours('2026-02-02-def', 'b')];
    const choose = (digest: string) =>
      chooseModel([...installed, ours('current', digest), one, two], 16 * gibibyte);
    expect([choose('a'), choose('b')]).toEqual([one.name, two.name]);
    expect(choose('deleted')).toBe('autorefine:current');
  });

  it('says how to install one when none is there or the asked one is missing', () => {
    expect(() => chooseModel([], 16 * gibibyte)).toThrow(/ollama pull gemma3:4b/);
    expect(() => chooseModel([], 2 * gibibyte)).toThrow(`ollama pull ${recommendedModels.models[0]?.name}`);
    expect(() => chooseModel(installed, 16 * gibibyte, 'absent')).toThrow(
      /Installed: small:1b.*ollama pull absent/,
    );
  });

  it('finds a model by its name without the tag', () => {
    expect(chooseModel([{ name: 'mine:latest', bytes: 1, generates: true }], 16 * gibibyte, 'mine')).toBe(
      'mine:latest',
    );
  });

  it('refuses cloud models', () => {
    expect(['gpt-oss:120b-cloud', 'x:cloud', 'cloud'].map(isCloudModel)).toEqual([true, true, true]);
    expect(['cloudy:1b', 'llama3.2:3b'].map(isCloudModel)).toEqual([false, false]);
    expect(() => chooseModel(installed, 16 * gibibyte, 'gpt-oss:120b-cloud')).toThrow(LanguageModelError);
  });
});
