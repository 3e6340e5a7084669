import type { LanguageModel } from './ollama-client.ts';

export interface ModelWatch {
  /** Names of the models as last seen; answers at once and looks again when the last look is old. */
  current(): readonly string[];
}

/** A look at Ollama may take this long, and holds for this long; milliseconds. */
const patience = 2_000;
const validFor = 30_000;

/** Keeps the list of installed models without ever making a request wait for Ollama. */
export function watchModels(languageModel: LanguageModel, now: () => Date, stop: AbortSignal): ModelWatch {
  let names: readonly string[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  const look = async () => {
    try {
      const models = await languageModel.list(AbortSignal.any([stop, AbortSignal.timeout(patience)]));
      names = models.filter((model) => model.generates).map((model) => model.name);
    } catch {
      // Ollama is optional: absent or slow, there are no models.
      names = [];
    }
  };
  return {
    current() {
      if (!stop.aborted && now().getTime() - lookedAt > validFor) {
        lookedAt = now().getTime();
        void look();
      }
      return names;
    },
  };
}
