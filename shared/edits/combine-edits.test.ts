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

  test('inserts at one place stand in the order of their list; those of a later list stay out', () => {
    const statements = ['You choose your hours.', 'Training is paid.', 'Every shift has two people.'];
    const [hours, training, shifts] = statements.map(insertAtEnd) as [Edit, Edit, Edit];
    const lists = [[hours, training], [shifts]];
    expect(combineEdits(text, lists, statements).accepted).toEqual([hours, training]);
  });

  test('a statement with a promise in it comes in only if the company approved it', () => {
    const statement = 'You have 30 days of paid leave.';
    const lists = [[insertAtEnd(statement)]];
    expect(combineEdits(text, lists)).toMatchObject({ accepted: [], refused: [{}] });
    expect(combineEdits(text, lists, [statement])).toMatchObject({ accepted: [{}], refused: [] });
  });
});
