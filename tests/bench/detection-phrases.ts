import type { Detector } from '../../shared/detection/detector.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { type TrainingPhrase, trainingPhrases } from '../../training/detector/training-set.ts';
import type { Row } from './detection-row.ts';

/**
 * How far the rules reach beyond advertisements: the share of the example phrases beside the labelled data that a rule of their category
 * finds, and of the neutral ways to say it that one marks. Many an example is bad style and nothing that a rule should mark.
 */
export function phraseRows(detector: Detector): Row[] {
  const phrases = trainingPhrases();
  const examples = phrases.filter(({ neutral }) => !neutral);
  const neutral = phrases.filter((phrase) => phrase.neutral);
  return [
    shareRow('example phrases that a rule finds', examples, ({ text, category }) =>
      detector
        .hits(text)
        .some(
          ({ rule, guardedBy }) =>
            guardedBy === undefined && (rule.category === category || rule.labels === category),
        ),
    ),
    shareRow('neutral phrases that are marked', neutral, ({ text, category }) =>
      detector.check(text).findings.some((one) => isMarked(one) && one.category === category),
    ),
  ];
}

function shareRow(
  name: string,
  phrases: readonly TrainingPhrase[],
  counts: (phrase: TrainingPhrase) => boolean,
): Row {
  const value = phrases.filter(counts).length / Math.max(1, phrases.length);
  return { name, value, unit: 'share', note: `${phrases.length} phrases` };
}
