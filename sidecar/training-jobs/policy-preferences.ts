import type { Detector } from '../../shared/detection/detector.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import type { PolicyPreference } from '../../shared/protocol/policy.ts';
import type { PostingTask } from '../../training/environment.ts';
import {
  createWeights,
  linearPreference,
  type PolicyModel,
  prepareTask,
  rollOut,
} from '../../training/span-policy/softmax-policy.ts';
import { createTask } from './posting-task.ts';

/** The lexicon's own example sentences of a rule as tasks: no requirements, no statements, nothing but the wording. */
export type WordingExamples = (ruleId: string) => readonly PostingTask[];

/** Examples are made when a rule is first asked for, and kept. */
export function createWordingExamples(detector: Pick<Detector, 'check'>): WordingExamples {
  const readRequirements = () => ({ skills: [], optionalSkills: [], licences: [] });
  const sentences = new Map(lexicon.map(({ id, flags }) => [id, flags]));
  const made = new Map<string, PostingTask[]>();
  return (ruleId) => {
    const known = made.get(ruleId);
    if (known !== undefined) return known;
    const tasks = (sentences.get(ruleId) ?? []).map((sentence, place) =>
      createTask(`${ruleId} ${place}`, sentence, { detector, statements: [], readRequirements }),
    );
    made.set(ruleId, tasks);
    return tasks;
  };
}

/**
 * What a policy would rather do with each wording that it has learned about, surest first. It is asked itself, on the
 * examples, so that its weights, its predicted effects and what it knows of the kind all count.
 */
export function describePreferences(model: PolicyModel, examples: WordingExamples): PolicyPreference[] {
  const weights = createWeights(model.weights);
  const learned = lexicon.filter(({ id }) => model.weights[keepFeature(id)] !== undefined);
  const asked = learned.flatMap(({ id }) => examples(id).map((task) => ({ ruleId: id, task })));
  const preferences = new Map<string, PolicyPreference>();
  for (const { ruleId, task } of asked) {
    const prepared = prepareTask(task, model.effects, weights);
    const { steps } = rollOut(prepared, linearPreference(weights.values));
    for (const { place, actions, taken, probabilities } of steps) {
      const slot = task.space.slots[place];
      const action = slot?.actions[actions[taken] ?? 0];
      if (slot?.ruleId !== ruleId || action === undefined) continue;
      const wording = task.space.text.slice(slot.start, slot.end);
      const key = `${ruleId} ${wording.toLowerCase()}`;
      if (preferences.has(key)) continue;
      preferences.set(key, {
        ruleId,
        wording,
        ...describeChoice(wording, action.edits[0]?.after),
        probability: probabilities[taken] ?? 0,
      });
    }
  }
  return [...preferences.values()].sort((a, b) => b.probability - a.probability);
}

/** The name under which a policy keeps what it learned of a rule, see `editFeatures`. */
const keepFeature = (ruleId: string) => `keep ${ruleId}`;

function describeChoice(
  wording: string,
  after: string | undefined,
): Pick<PolicyPreference, 'choice' | 'preferred' | 'sentence'> {
  if (after === undefined) return { choice: 'keep', sentence: `leaves “${wording}” as it is` };
  if (after.trim() === '') return { choice: 'delete', sentence: `takes “${wording}” out` };
  return { choice: 'replace', preferred: after, sentence: `prefers “${after}” over “${wording}”` };
}
