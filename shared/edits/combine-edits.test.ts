import { describe, expect, test } from 'vitest';
import type { Edit } from '../protocol/edit.ts';
import { combineEdits } from './combine-edits.ts';

const text = 'We want a salesman.\nHe leads the team.';

function edit(before: string, after: string, source: Edit['source'] = 'curated'): Edit {
  const start = text.indexOf(before);
  return { start, end: start + before.length, before, after, source };
}

const insertAtEnd = (after: string): Edit => ({
  start: text.length,
  end: text.length,
  before: '',
  after: `\n${after}`,
  source: 'insert',
});

const afters = (edits: readonly Edit[]) => edits.map(({ after }) => after);

describe('edits of several engines', () => {
  test('a later list fills in where the first touches nothing, and all stand in text order', () => {
    const model = [edit('He leads', 'They lead', 'model')];
    const policy = [edit('salesman', 'salesperson'), edit('He', 'You')];
    expect(afters(combineEdits(text, [model, policy]).accepted)).toEqual(['salesperson', 'They lead']);
    expect(afters(combineEdits(text, [policy, model]).accepted)).toEqual(['salesperson', 'You']);
  });

  test('of two inserts at one place the first stays', () => {
    const statements = ['You choose your hours.', 'Training is paid.'];
    const inserts = statements.map(insertAtEnd);
    expect(combineEdits(text, [inserts], statements).accepted).toEqual(inserts.slice(0, 1));
  });

  test('a statement with a promise in it comes in only if the company approved it', () => {
    const statement = 'You have 30 days of paid leave.';
    const lists = [[insertAtEnd(statement)]];
    expect(combineEdits(text, lists)).toMatchObject({ accepted: [], refused: [{}] });
    expect(combineEdits(text, lists, [statement])).toMatchObject({ accepted: [{}], refused: [] });
  });
});
