import { describe, expect, it } from 'vitest';
import { checkForWords } from './check-for-words.fixture.ts';
import { rewriteTasks } from './rewrite-tasks.ts';

const check = checkForWords(['rockstar']);
const chat = (system: string, question: string) => `${system}|${question}|`;
const posting = {
  id: 'p',
  text: 'About us.\nWe want a rockstar developer with 5 years of Java.\nApply soon.',
};
const signal = new AbortController().signal;
const answerWith = (sentence: string) => JSON.stringify({ alternatives: [sentence] });

describe('rewriteTasks', () => {
  it('makes a task of each sentence with a marked finding, with the curated rewrite to imitate', () => {
    const tasks = rewriteTasks(posting, { check, chat });
    expect(tasks).toHaveLength(1);
    expect(tasks[0]?.prompt).toContain('<sentence>We want a rockstar developer');
    expect(tasks[0]?.demonstration).toBe(answerWith('We want a skilled developer with 5 years of Java.'));
  });

  it('shows what the policy does where there is one, and nothing where the policy leaves the sentence', () => {
    const start = posting.text.indexOf('rockstar');
    const edit = { start, end: start + 8, before: 'rockstar', after: 'keen', source: 'curated' as const };
    const [changed] = rewriteTasks(posting, { check, chat, policyEdits: [edit] });
    expect(changed?.demonstration).toBe(answerWith('We want a keen developer with 5 years of Java.'));
    const [kept] = rewriteTasks(posting, { check, chat, policyEdits: [] });
    expect(kept?.demonstration).toBeUndefined();
  });

  it('rewards a mend above a broken fact, and that above no answer at all', async () => {
    const [task] = rewriteTasks(posting, { check, chat });
    const reward = (answer: string) => task!.reward(answer, signal);
    const mended = await reward(answerWith('We want a skilled developer with 5 years of Java.'));
    const broken = await reward(answerWith('We want a skilled developer with 2 years of Java.'));
    expect(mended).toBeGreaterThan(0.6);
    expect(broken).toBeLessThan(0.3);
    expect(await reward('We want')).toBe(0);
  });

  it('rewards fewer changed words and a list that came closer', async () => {
    const [plain] = rewriteTasks(posting, { check, chat });
    const [closer] = rewriteTasks(posting, { check, chat, listGain: async () => 0.05 });
    const short = answerWith('We want a skilled developer with 5 years of Java.');
    const long = answerWith('We want a developer of great skill with 5 years of Java.');
    expect(await plain!.reward(short, signal)).toBeGreaterThan(await plain!.reward(long, signal));
    expect(await closer!.reward(short, signal)).toBeGreaterThan(await plain!.reward(short, signal));
  });
});
