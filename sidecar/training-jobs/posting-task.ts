import type { Detector } from '../../shared/detection/detector.ts';
import { editOptions } from '../../shared/edits/edit-options.ts';
import { insertOptions } from '../../shared/edits/insert-options.ts';
import type { Statement } from '../../shared/protocol/sidecar.ts';
import { createActionSpace } from '../../training/actions.ts';
import type { PostingTask } from '../../training/environment.ts';
import type { RequirementReader } from '../../training/recommender.ts';

export interface TaskOptions {
  readonly detector: Pick<Detector, 'check'>;
  readonly statements: readonly Statement[];
  readonly readRequirements: RequirementReader;
}

/** Makes a posting a task of the loop: what it requires, and every legal edit of it. */
export function createTask(id: string, text: string, options: TaskOptions): PostingTask {
  const { findings } = options.detector.check(text);
  const spans = editOptions(text, findings).map((span) => {
    const finding = findings.find(({ start, ruleId }) => start === span.start && ruleId === span.ruleId);
    return finding?.confidence === undefined ? span : { ...span, confidence: finding.confidence };
  });
  return {
    id,
    requirements: options.readRequirements(text),
    space: createActionSpace(text, spans, insertOptions(text, options.statements)),
  };
}
