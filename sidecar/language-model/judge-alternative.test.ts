import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { checkForWords } from './check-for-words.fixture.ts';
import { judgeAlternative } from './judge-alternative.ts';

const check = checkForWords(['rockstar', 'young', 'ninja']);
const sentence = 'We want a rockstar developer with 5 years of Java.';
const text = `About us.\n${sentence}\nApply by 3 May.`;
const place = { start: text.indexOf(sentence), text: sentence, ruleId: 'rockstar' };
const judge = (alternative: string) => judgeAlternative(text, place, alternative, check);

it('refuses an alternative that makes the employer responsible for what the person would do', () => {
  const task = 'The ninja is responsible for the books.';
  const judged = judgeAlternative(
    task,
    { start: 0, text: task, ruleId: 'ninja' },
    'We are responsible for the books.',
    check,
  );
  expect(judged).toMatchObject({ ok: false, reason: 'beyond-flagged' });
});

describe('judgeAlternative', () => {
  it('gives one edit, against the whole text, for an alternative that mends the finding', () => {
    const judged = judge('We want a skilled developer with 5 years of Java.');
    expect(judged).toMatchObject({
      ok: true,
      edit: { before: 'rockstar', after: 'skilled', source: 'model', ruleId: 'rockstar' },
    });
    if (judged.ok) expect(applyEdits(text, [judged.edit])).toBe(text.replace('rockstar', 'skilled'));
  });

  it.each([
    ['unchanged', sentence],
    ['fact', 'We want a skilled developer with 3 years of Java.'],
    ['fact', 'We want a skilled developer with 5 years of Python.'],
    ['new-finding', 'We want a young developer with 5 years of Java.'],
    ['still-flagged', 'We want a true rockstar developer with 5 years of Java.'],
    ['names-a-group', 'We want a skilled male developer with 5 years of Java.'],
    ['form', 'Here is the sentence:\nWe want a skilled developer with 5 years of Java.'],
    ['form', 'We want a **skilled** developer with 5 years of Java.'],
    ['form', 'We want a skilled developer with 5 years of Java'],
    ['form', 'We want a ski\u200Blled developer with 5 years of Java.'],
    ['form', 'We want a able developer with 5 years of Java.'],
    ['form', 'We want a skilled skilled developer with 5 years of Java.'],
    ['form', 'We want a skilled and skilled developer with 5 years of Java.'],
    ['beyond-flagged', 'They want a skilled developer with 5 years of Java.'],
    ['length', 'A developer.'],
    ['form', 'We want a skilled develloper with 5 years of Java.'],
  ])('refuses with the reason %s: %s', (reason, alternative) => {
    expect(judge(alternative)).toMatchObject({ ok: false, reason });
  });
});
