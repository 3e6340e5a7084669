import { describe, expect, test } from 'vitest';
import type { FieldDescription } from './describe.ts';
import { scoreField } from './score.ts';

const field = (parts: Partial<FieldDescription>): FieldDescription => ({
  control: 'textarea',
  label: '',
  nearby: '',
  identifiers: '',
  kind: '',
  width: 600,
  height: 200,
  textLength: 0,
  knownEditor: false,
  optOut: 'none',
  ...parts,
});
const anywhere = { postingPath: false, pageText: '' };
const jobForm = { postingPath: false, pageText: 'new job posting' };

describe('which field is the posting', () => {
  test.each([
    [{ label: 'job description' }, 'body'],
    [{ identifiers: 'job description' }, 'body'],
    [{ label: 'requirements' }, 'section'],
    [{ control: 'input', label: 'job title' }, 'title'],
    [{ control: 'input', label: 'salary range' }, 'pay'],
    [{ control: 'input', label: 'location' }, 'location'],
    [{ control: 'select', label: 'employment type' }, 'employment-type'],
    [{ label: 'job description', optOut: 'mild' }, 'body'],
    [{ control: 'rich', label: 'requirements', optOut: 'mild' }, 'section'],
  ] as const)('%o is the %s', (parts, role) => {
    expect(scoreField(field(parts), anywhere)?.role).toBe(role);
  });

  test('the wish not to be spell-checked gives way to a label of its own, or beside it in a form about a job', () => {
    const unknown = field({ control: 'rich', nearby: 'job description', optOut: 'mild' });
    expect(scoreField(unknown, jobForm)?.role).toBe('body');
    expect(scoreField(unknown, anywhere)).toBeUndefined();
  });

  test('a big editor on a page about a job needs no label', () => {
    expect(scoreField(field({ control: 'rich', knownEditor: true }), jobForm)?.role).toBe('body');
    expect(scoreField(field({ control: 'rich', knownEditor: true }), anywhere)).toBeUndefined();
  });

  test.each([
    { label: 'search jobs' },
    { label: 'message to the candidate' },
    { label: 'internal notes' },
    { label: 'cover letter' },
    { control: 'input', kind: 'password', label: 'job title' },
    { control: 'input', kind: 'text cc-number', label: 'location' },
    { label: 'job description', optOut: 'firm' },
    { control: 'rich', optOut: 'mild', textLength: 500 },
    { control: 'input', nearby: 'job title', optOut: 'mild' },
  ] as const)('never %o', (parts) => {
    expect(scoreField(field(parts), jobForm)).toBeUndefined();
  });
});
