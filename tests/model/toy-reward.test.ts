import { expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { sentenceTasks } from '../../sidecar/language-model/sentence-task.ts';
import { toyReward, toyTasks } from '../bench/model-toy-reward.ts';

const sentence = 'We need a rockstar developer with 5 years of Java for our office in Berlin.';
const findings = createDetector().check(sentence).findings.filter(isMarked);
const [task] = sentenceTasks(sentence, findings);
const reward = (answer: string) => (task ? toyReward(task, answer) : Number.NaN);

it('is 1 for the sentence without its flagged words, near it with their article, and 0 with them or for silence', () => {
  expect(reward('We need developer with 5 years of Java for our office in Berlin.')).toBe(1);
  expect(reward('We need a developer with 5 years of Java for our office in Berlin.')).toBeGreaterThan(0.9);
  expect(reward(sentence)).toBe(0);
  expect(reward('')).toBe(0);
});

it.each([
  ['a fact is lost', 'We need a developer with years of Java for our office in Berlin.'],
  ['a fact is changed', 'We need a developer with 6 years of Java for our office in Berlin.'],
  ['much is lost', 'We need a developer.'],
  [
    'much is added',
    `We need a developer with 5 years of Java for our office in Berlin. ${'And more of it. '.repeat(8)}`,
  ],
])('is less when %s', (_, answer) => {
  expect(reward(answer)).toBeLessThan(0.9);
});

it('asks about one sentence a posting, with the flagged words named', () => {
  const [asked, ...others] = toyTasks(
    [`${sentence} ${sentence}`, 'Nothing is flagged here at all.'],
    (_, text) => text,
  );
  expect(others).toEqual([]);
  expect(asked?.prompt).toContain('without "a rockstar"');
});
