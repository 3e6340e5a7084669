import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { tinyModelFile } from '../../training/language-model/tiny-model.fixture.ts';
import { checkForWords } from '../language-model/check-for-words.fixture.ts';
import { answerOf } from '../language-model/rewrite-tasks.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { modelTrainingDefaults, trainModel } from './train-model.ts';

const postings = Array.from({ length: 160 }, (_, i) => ({
  id: `p${i}`,
  text: `We want a rockstar developer in town ${i}.`,
}));

let directory: string;
/** Storage types of a trained matrix in the files that were kept. */
let stored: (string | undefined)[];
let isFull: boolean;
beforeEach(() => {
  directory = temporaryFolder();
  writeFileSync(join(directory, 'tiny.gguf'), tinyModelFile(3));
  stored = [];
  isFull = false;
});

/** A model that rewrites well once it was trained, whatever its weights are. */
function train(rest: Partial<Parameters<typeof trainModel>[0]> = {}) {
  let served = 0;
  return trainModel({
    ...modelTrainingDefaults,
    postings,
    check: checkForWords(['rockstar']),
    engine: {
      base: { path: join(directory, 'tiny.gguf') },
      quantises: false,
      serve: async (_learner, merge) => {
        merge();
        served += 1;
        const word = served > 1 ? 'skilled' : 'rockstar';
        return {
          sample: async (prompts, count) =>
            prompts.map((prompt) => {
              const [, sentence = ''] = /<sentence>([^<]*)/.exec(prompt) ?? [];
              return Array.from({ length: count }, () => answerOf(sentence.replace('rockstar', word)));
            }),
        };
      },
      keep: async (_name, path) => {
        if (isFull) throw new Error('no space left');
        const file = openModelFile(path);
        stored.push(file.gguf.tensors.find(({ name }) => name === 'blk.0.ffn_down.weight')?.type);
        file.close();
        return 'digest';
      },
      close: async () => undefined,
    },
    base: 'tiny',
    directory,
    rounds: 1,
    tasksPerRound: 4,
    threads: 1,
    seed: 1,
    resume: 'if kept',
    today: '2026-01-31',
    signal: new AbortController().signal,
    ...rest,
  });
}

it('stores what was trained as it is asked to, and all else as it was', async () => {
  const { card } = await train();
  await train({ storedAs: 'Q4_0' });
  expect(stored).toEqual(['Q8_0', 'Q4_0']);
  expect(card?.name).toMatch(/^autorefine:2026-01-31-/);
});

it('keeps the checkpoint until the model is kept', async () => {
  isFull = true;
  await expect(train()).rejects.toThrow('no space left');
  expect(existsSync(join(directory, 'training.safetensors'))).toBe(true);
  isFull = false;
  const rounds: number[] = [];
  await train({ onRound: ({ round }) => rounds.push(round) });
  expect(rounds).toEqual([]);
  expect(stored).toHaveLength(1);
  expect(existsSync(join(directory, 'training.safetensors'))).toBe(false);
});

it('says what it takes before anything is loaded, and refuses a machine without room', async () => {
  const notes: string[] = [];
  const machine = { memory: async () => 1e6, disk: async () => 1e12, diskOf: async () => 0 };
  const refused = train({ machine, onNote: (note) => notes.push(note) });
  await expect(refused).rejects.toThrow(/of memory; 0\.0 GB are free/);
  expect(notes).toEqual([]);
  await train({ onNote: (note) => notes.push(note) });
  expect(notes[0]).toMatch(/^Training takes about .* million weights in a model of this kind\.$/);
});
