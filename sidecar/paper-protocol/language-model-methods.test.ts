import { describe, expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import type { PostingTask } from '../../training/environment.ts';
import type { WritingMethod } from '../../training/paper-protocol/run-paper-protocol.ts';
import { ownModels } from '../language-model/choose-model.ts';
import type { LanguageModel } from '../language-model/ollama-client.ts';
import { createTask } from '../training-jobs/posting-task.ts';
import { languageModelMethods } from './language-model-methods.ts';

const detector = createDetector();
/** Serves these models and answers everything with its own name in the form that is asked for. */
function served(...names: string[]): LanguageModel & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    list: async () => names.map((name) => ({ name, bytes: 1, generates: true })),
    complete: async ({ model }) => {
      asked.push(model);
      return JSON.stringify({ alternatives: ['We want an expert.'], posting: 'We want an expert.' });
    },
  };
}
const open = (model: LanguageModel, modelName?: string, tunedName?: string) =>
  languageModelMethods({
    ...{ model, modelName, tunedName },
    // Nothing listens there: the file behind the model cannot be found.
    ollamaUrl: 'http://127.0.0.1:1',
    check: (text) => detector.check(text),
    ...{ seed: 1, threads: 1, signal: new AbortController().signal },
  });
const rewriteBy = async (
  { methods }: Awaited<ReturnType<typeof open>>,
  place: number,
  task: PostingTask,
): Promise<readonly unknown[]> => (methods[place] as WritingMethod).rewrite(task, undefined);

describe('rows of a language model', () => {
  it('are those of the model that is named and of the fine-tuned one, by its own name where one is named', async () => {
    const model = served('small:latest', 'bench:tuned', ownModels.current);
    const named = await open(model, 'small', 'bench:tuned');
    expect(named.methods.map(({ name }) => name)).toEqual([
      'instruction to small',
      'small, sentence by sentence, guarded',
      'fine-tuned model (bench:tuned)',
    ]);
    const readRequirements = () => ({ skills: [], optionalSkills: [], licences: [] });
    const task = createTask('p', 'We want a rockstar.', { detector, statements: [], readRequirements });
    for (const place of named.methods.keys()) {
      expect(await rewriteBy(named, place, task)).not.toEqual([]);
    }
    expect(model.asked).toEqual(['small', 'small', 'bench:tuned']);

    const inForce = await open(model, 'small');
    expect(inForce.methods.map(({ name }) => name)).toContain('fine-tuned model');
  });

  it('need no other model for the fine-tuned one', async () => {
    const { methods, absent } = await open(served('bench:tuned'), undefined, 'bench:tuned');
    expect(methods.map(({ name }) => name)).toEqual(['fine-tuned model (bench:tuned)']);
    expect(absent.map(({ why }) => why)).toEqual(Array(3).fill('no model was given; name one with --model'));
  });

  it('say why they are missing, each by itself', async () => {
    const without = async (...models: Parameters<typeof open>) =>
      (await open(...models)).absent.map(({ method, why }) => `${method}: ${why}`).join('\n');
    expect(await without(served())).toMatch(/^(?:.*: no model was given.*\n?){4}$/);
    expect(await without(served(), 'small')).toContain('"small" is not among the installed models (none)');
    expect(await without(served('small'), 'small')).toMatch(/fine-tuned model: none is in force.*--tuned/);
    expect(await without(served('small'), 'small', 'other')).toContain('"other" is not among');
    expect(await without(served('small'), 'small')).toContain('the file of "small" cannot be read here');
    const down: LanguageModel = {
      ...served(),
      list: async () => {
        throw new TypeError('fetch failed');
      },
    };
    expect(await without(down, 'small')).toMatch(/^(?:.*: no language-model server answered.*\n?){4}$/);
  });
});
