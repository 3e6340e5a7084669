import { beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../cli.ts';
import { createCandidateReader } from '../import/candidate-reader.ts';
import { claimForSample, loadSample } from '../market/load-sample.ts';
import { openAttributes } from '../storage/attributes.ts';
import { openStore } from '../storage/store.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { keptContext } from './run-command.fixture.ts';

let directory: string;
beforeEach(() => {
  directory = temporaryFolder();
});

async function run(...args: string[]) {
  const { context, out, error } = keptContext(directory);
  const code = await runCommandLine(args, context);
  return { code, stdout: out(), stderr: error() };
}

describe('outcomes power', () => {
  it('says how many postings an effect needs: four times as many for half of it', async () => {
    const needed = async (effect: string) => {
      const { stdout } = await run('outcomes', 'power', '--effect', effect, '--deviation', '0.05', '--json');
      return JSON.parse(stdout).postings as number;
    };
    expect((await needed('0.01')) / (await needed('0.02'))).toBeCloseTo(4, 1);
  });

  it('names what it needs', async () => {
    expect(await run('outcomes', 'power', '--effect', '-1')).toMatchObject({ code: 2 });
    const without = await run('outcomes', 'power', '--effect', '0.01');
    expect(without.code).toBe(2);
    expect(without.stderr).toContain('switched off');
  });
});

describe('outcomes on the synthetic sample', () => {
  it('measures the deviation, and learning refuses while nothing was drawn', async () => {
    const store = openStore(directory);
    const attributes = openAttributes(directory);
    claimForSample(store);
    loadSample(store, attributes, createCandidateReader());
    attributes.close();
    store.close();
    const power = await run('outcomes', 'power', '--effect', '0.005', '--json', '--attribute', 'gender');
    const { deviation, postings } = JSON.parse(power.stdout);
    expect(deviation).toBeGreaterThan(0);
    expect(postings).toBeGreaterThan(0);
    const learned = await run('outcomes', 'learn', '--effect', '0.005', '--attribute', 'gender');
    expect(learned.stdout).toContain('exploration');
  }, 120_000);
});
