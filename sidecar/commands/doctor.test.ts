import { describe, expect, it } from 'vitest';
import { examineBrowser, examineNode, examineOllama } from './doctor.ts';

const gibibyte = 1024 ** 3;
const browser = (name: string, loadsUnpackedExtensions: boolean) => ({
  name,
  path: `/usr/bin/${name}`,
  loadsUnpackedExtensions,
});

describe('Node', () => {
  it.each([
    ['18.20.0', 'broken'],
    ['20.18.9', 'broken'],
    ['20.19.0', 'works'],
    ['22.1.0', 'works'],
  ])('%s: %s', (version, state) => {
    expect(examineNode(version).state).toBe(state);
  });
});

describe('the browser', () => {
  it('is one that loads the extension from the command line, or the mend is said', () => {
    expect(examineBrowser([browser('Chrome', false), browser('Chromium', true)])).toMatchObject({
      state: 'works',
      detail: 'Chrome, Chromium',
    });
    expect(examineBrowser([browser('Chrome', false)])).toMatchObject({
      state: 'optional',
      detail: expect.stringMatching(/^Chrome: it loads no extension/),
      mend: expect.stringMatching(/Install Chromium.*by hand/),
    });
    expect(examineBrowser([])).toMatchObject({ state: 'optional', detail: expect.stringMatching(/^No/) });
  });
});

describe('Ollama', () => {
  const never = new AbortController().signal;
  const examine = (models: { name: string; bytes: number; generates: boolean }[], memory: number) =>
    examineOllama({ list: async () => models }, memory, never);
  const small = { name: 'small', bytes: gibibyte, generates: true };
  const large = { name: 'large', bytes: 20 * gibibyte, generates: true };

  it('works with a model that fits, which is named', async () => {
    expect(await examine([small, large], 16 * gibibyte)).toMatchObject({
      state: 'works',
      detail: 'small, large; used: small.',
    });
  });

  it.each([
    ['no model', [], /has no model\./],
    ['a model that only embeds', [{ ...small, generates: false }], /has no model\./],
    ['a model too large', [large], /no model that fits/],
  ])('with %s says which to pull for the memory of the machine', async (_what, models, detail) => {
    const lines = await Promise.all([8, 32].map((memory) => examine(models, memory * gibibyte)));
    for (const line of lines) expect(line.detail).toMatch(detail);
    const pulls = lines.map(({ mend }) => mend?.match(/ollama pull (\S+)/)?.[1]);
    expect(pulls[0]).toBeTruthy();
    expect(pulls[1]).not.toBe(pulls[0]);
  });

  it('that does not answer is optional', async () => {
    const list = () => Promise.reject(new TypeError('fetch failed'));
    expect(await examineOllama({ list }, gibibyte, never)).toMatchObject({
      state: 'optional',
      mend: expect.stringMatching(/works without it/),
    });
  });
});
