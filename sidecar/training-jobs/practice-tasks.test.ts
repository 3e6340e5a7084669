import { expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { createRandom } from '../../shared/random.ts';
import { practiceTasks } from './practice-tasks.ts';

const detector = createDetector();
const practice = (texts: readonly string[]) =>
  practiceTasks(texts, {
    rules: lexicon,
    check: (text) => detector.check(text),
    chat: (system, question) => `${system}\n${question}\n`,
    random: createRandom(1),
  });

const signal = new AbortController().signal;

it('gives sentences of the postings with flagged wording put in; what was written is an answer that may be offered', async () => {
  const tasks = practice(['The workforce of the plant has grown to two hundred over the years.']);
  const own = tasks.filter(({ id }) => id.startsWith('practice:'));
  expect(own).toHaveLength(1);
  for (const { demonstration = '', reward, unchanged } of own) {
    expect(demonstration).not.toBe(unchanged);
    expect(await reward(demonstration, signal)).toBeGreaterThanOrEqual(0.6);
  }
});

it('gives examples of the rules, nearly all with an answer that may be offered', async () => {
  const rewards = await Promise.all(
    practice([]).map(({ demonstration = '', reward }) => reward(demonstration, signal)),
  );
  // `disabled people` is a fair rewrite that no model may make of itself; what may not be offered is not imitated.
  expect(rewards.filter((reward) => reward >= 0.6).length / rewards.length).toBeGreaterThan(0.9);
});
