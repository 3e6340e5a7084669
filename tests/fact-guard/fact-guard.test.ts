import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { factKinds } from '../../shared/protocol/edit.ts';
import { readLabelledEdits, toEdit } from './labelled-edits.ts';
import { figures, judge } from './measure.ts';

describe('the fact guard, judged by hand-labelled edits', () => {
  const labels = readLabelledEdits();
  const all = figures(judge(labels));

  test('there are enough labels of both sorts and of every kind', () => {
    expect(labels.length).toBeGreaterThanOrEqual(600);
    expect(all.breaking / labels.length).toBeGreaterThan(0.4);
    expect(all.breaking / labels.length).toBeLessThan(0.6);
    for (const kind of factKinds) expect(labels.some(({ breaks }) => breaks === kind)).toBe(true);
  });

  test('every label is one change of its text, and no two are the same', () => {
    const results = labels.map((label) => `${label.text}\u0000${applyEdits(label.text, [toEdit(label)])}`);
    expect(new Set(results).size).toBe(labels.length);
    for (const label of labels) expect(label.text.slice(label.start, label.end)).not.toBe(label.after);
  });

  test('at least 98 % of the edits that break a fact are refused', () => {
    expect(all.caught / all.breaking).toBeGreaterThanOrEqual(0.98);
  });

  test('at most 10 % of the harmless edits are refused', () => {
    expect(all.refused / all.harmless).toBeLessThanOrEqual(0.1);
  });
});
