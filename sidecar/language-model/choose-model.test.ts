import { describe, expect, it } from 'vitest';
import { chooseModel, recommendedModels } from './choose-model.ts';
import { createOllama, isCloudModel, LanguageModelError } from './ollama-client.ts';

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

  it('prefers the model that was fine-tuned here', () => {
    const ours = { name: 'autorefine:2026-01-01-abc', bytes: gibibyte, generates: true };
    expect(chooseModel([...installed, ours], 16 * gibibyte)).toBe(ours.name);
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

describe('createOllama', () => {
  it('refuses another machine unless that was allowed', () => {
    expect(() => createOllama({ baseUrl: 'http://192.168.0.9:11434' })).toThrow(/leave this one/);
    expect(() => createOllama({ baseUrl: 'http://127.0.0.1.evil.example' })).toThrow(LanguageModelError);
    expect(() => createOllama({ baseUrl: 'http://192.168.0.9:11434', allowOtherHost: true })).not.toThrow();
    for (const baseUrl of ['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1'])
      expect(() => createOllama({ baseUrl })).not.toThrow();
  });
});
