import { z } from 'zod';
import { type InstalledModel, isCloudModel, LanguageModelError } from './ollama-client.ts';
import recommended from './recommended-models.json' with { type: 'json' };

const recommendedSchema = z.object({
  checkedOn: z.iso.date(),
  models: z.array(z.object({ name: z.string(), memoryGiB: z.number(), why: z.string() })),
});

/** Models we suggest to install, smallest first, with the date the list was checked. */
export const recommendedModels = recommendedSchema.parse(recommended);

/** Names of our own models: the one in force is known by a name of its own, the one being trained is never used. */
export const ownModels = { family: 'autorefine:', current: 'autorefine:current' } as const;

const gibibyte = 1024 ** 3;

/**
 * The model to rewrite with: the one asked for, else the fine-tuned one in force, else the largest of the others that leaves
 * half of the memory free.
 * @throws LanguageModelError when none fits; the message carries the line that installs one.
 */
export function chooseModel(
  installed: readonly InstalledModel[],
  memoryBytes: number,
  asked?: string,
): string {
  if (asked !== undefined) {
    if (isCloudModel(asked))
      throw new LanguageModelError(
        `"${asked}" is a cloud model: posting text would leave this machine. Choose a local one.`,
      );
    const found = installed.find((model) => model.name === asked || model.name === `${asked}:latest`);
    if (found) return found.name;
    const names = installed.map((model) => model.name).join(', ') || 'none';
    throw new LanguageModelError(
      `The model "${asked}" is not installed. Installed: ${names}. To install it: ollama pull ${asked}`,
    );
  }
  const fitting = installed
    .filter((model) => model.generates && model.bytes * 1.3 < memoryBytes / 2)
    .sort((a, b) => b.bytes - a.bytes);
  const chosen = modelInForce(fitting) ?? fitting.find((model) => !model.name.startsWith(ownModels.family));
  if (chosen) return chosen.name;
  throw new LanguageModelError(
    `No language model is installed that fits this machine. ${installLine(memoryBytes)}`,
  );
}

/**
 * Under the name it was trained under: the name of the one in force is given to another model later, and answers are remembered by
 * name.
 */
function modelInForce(fitting: readonly InstalledModel[]): InstalledModel | undefined {
  const current = fitting.find(({ name }) => name === ownModels.current);
  if (current?.digest === undefined) return current;
  const same = fitting.find(({ name, digest }) => name !== current.name && digest === current.digest);
  return same ?? current;
}

/** The `ollama pull` line for the best recommended model that leaves half of the memory free. */
export function installLine(memoryBytes: number): string {
  const half = memoryBytes / 2 / gibibyte;
  const best =
    recommendedModels.models.filter((model) => model.memoryGiB <= half).at(-1) ?? recommendedModels.models[0];
  return `To install one: ollama pull ${best?.name ?? 'llama3.2:1b'}`;
}
