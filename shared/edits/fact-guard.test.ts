import { describe, expect, test } from 'vitest';
import type { Edit } from '../protocol/edit.ts';
import { EditError } from './apply-edits.ts';
import { brokenFact, guardEdits } from './fact-guard.ts';

function edit(text: string, before: string, after: string, source: Edit['source'] = 'model'): Edit {
  const start = text.indexOf(before);
  return { start, end: start + before.length, before, after, source };
}

describe('brokenFact', () => {
  test('sees the whole number when an edit touches one digit', () => {
    const text = 'Pay is $62,000 a year.';
    expect(brokenFact(text, { start: 8, end: 9, before: '6', after: '9', source: 'model' })).toEqual({
      kind: 'pay',
      text: '$62,000 a year',
      value: '$62000ayear',
    });
  });

  test('names the fact that an edit adds', () => {
    const text = 'You lead a small crew.';
    expect(brokenFact(text, edit(text, 'small crew', 'crew of 14'))).toMatchObject({
      kind: 'number',
      text: '14',
    });
  });

  test('a moved negation is a changed fact', () => {
    const text = 'You will not travel and you will drive.';
    expect(
      brokenFact(text, edit(text, 'not travel and you will drive', 'travel and you will not drive')),
    ).toBeDefined();
  });

  test('wording without facts may change beside facts', () => {
    const text = 'A rockstar with 3 years of Python in Leeds, for £40,000.';
    expect(brokenFact(text, edit(text, 'rockstar', 'colleague'))).toBeUndefined();
  });

  test('an edit across lines is judged over all of them', () => {
    const text = 'Start: May 3\nEnd: June 4\nBring boots';
    expect(brokenFact(text, edit(text, '3\nEnd: June', '3\nEnd: July'))).toMatchObject({ kind: 'date' });
    expect(brokenFact(text, edit(text, '4\nBring', '4\n\nBring'))).toBeUndefined();
  });

  test('an edit of another text is an error, not a verdict', () => {
    expect(() => brokenFact('abc', { start: 0, end: 3, before: 'xyz', after: '', source: 'model' })).toThrow(
      EditError,
    );
  });
});

describe('guardEdits', () => {
  test('refuses what breaks a fact and keeps the rest', () => {
    const text = 'A young crew of 12.';
    const harmless = edit(text, 'young ', '');
    const breaking = edit(text, '12', '20');
    const { accepted, refused } = guardEdits(text, [breaking, harmless]);
    expect(accepted).toEqual([harmless]);
    expect(refused).toMatchObject([{ edit: breaking, fact: { kind: 'number', value: '12' } }]);
  });

  test('refuses the last of edits that break a fact only together', () => {
    const text = 'Be at the very least kind.';
    const edits = [edit(text, 'the ', ''), edit(text, 'very ', '')];
    expect(edits.map((each) => brokenFact(text, each))).toEqual([undefined, undefined]);
    const { accepted, refused } = guardEdits(text, edits);
    expect(accepted).toEqual(edits.slice(0, 1));
    expect(refused).toMatchObject([{ edit: edits[1], fact: { kind: 'modal' } }]);
  });

  test('a statement passes only when it is inserted word for word', () => {
    const text = 'We bake bread.';
    const statement = 'We offer 16 weeks of parental leave.';
    const insert = (after: string): Edit => ({ start: 14, end: 14, before: '', after, source: 'insert' });
    expect(guardEdits(text, [insert(`\n- ${statement}`)], [statement]).accepted).toHaveLength(1);
    expect(guardEdits(text, [insert(`\n- ${statement}`)]).refused).toHaveLength(1);
    expect(guardEdits(text, [insert(statement.replace('16', '26'))], [statement]).refused).toHaveLength(1);
  });
});
