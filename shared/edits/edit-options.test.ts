import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../protocol/finding.ts';
import { applyEdits } from './apply-edits.ts';
import { curatedRewrite } from './curated-rewrite.ts';
import { editOptions } from './edit-options.ts';

function finding(text: string, span: string, suggestions: string[], more: Partial<Finding> = {}): Finding {
  const start = text.indexOf(span);
  return {
    start,
    end: start + span.length,
    text: span,
    ruleId: `test/${span}`,
    category: 'masculine',
    polarity: 'excludes',
    severity: 'coded',
    evidence: { grade: 'lab', source: 'Test (2020)' },
    message: 'This wording may narrow who is matched.',
    suggestions,
    ...more,
  };
}

describe('editOptions', () => {
  const text = 'We want an aggressive salesman with 3 years of selling.';

  test('lists each suggestion of a span, fitted to its place', () => {
    const [option] = editOptions(text, [finding(text, 'aggressive', ['persuasive', ''])]);
    expect(option).toMatchObject({ before: 'aggressive', ruleId: 'test/aggressive', category: 'masculine' });
    expect(option?.options.map((edit) => applyEdits(text, [edit]))).toEqual([
      'We want a persuasive salesman with 3 years of selling.',
      'We want a salesman with 3 years of selling.',
    ]);
    expect(option?.options.map((edit) => edit.source)).toEqual(['curated', 'delete']);
  });

  test('offers nothing for a requirement question or for wording that excludes nobody', () => {
    const years = finding(text, '3 years', [''], { requirementQuestion: true });
    const neutral = finding(text, 'salesman', ['salesperson'], { polarity: 'neutral' });
    expect(editOptions(text, [years, neutral])).toEqual([]);
  });

  test('of overlapping findings the more severe stays, then the longer', () => {
    const long = finding(text, 'aggressive salesman', ['salesperson']);
    const short = finding(text, 'salesman', ['salesperson']);
    const severe = finding(text, 'salesman', ['salesperson'], { severity: 'exclusionary' });
    expect(editOptions(text, [short, long]).map((option) => option.before)).toEqual(['aggressive salesman']);
    expect(editOptions(text, [long, severe]).map((option) => option.before)).toEqual(['salesman']);
  });

  test('the fact guard takes out what would change a fact', () => {
    const broken = finding(text, 'salesman with 3', ['salesperson with 5', 'salesperson with 3']);
    const [option] = editOptions(text, [broken]);
    expect(option?.options.map((edit) => edit.after)).toEqual(['salesperson with 3']);
    expect(curatedRewrite(text, [broken]).refused).toMatchObject([
      { fact: { kind: 'number', value: '3years' } },
    ]);
  });

  test('any choice of one edit a span applies together', () => {
    const words = ['young', 'aggressive', 'kind', 'calm', 'team', 'salesman', 'and', ',', '.', 'a', '\n- '];
    const flagged = new Set(['young', 'aggressive', 'salesman']);
    const choices = fc.record({
      tokens: fc.array(fc.constantFrom(...words), { maxLength: 14 }),
      picks: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
    });
    fc.assert(
      fc.property(choices, ({ tokens, picks }) => {
        let joined = '';
        const findings: Finding[] = [];
        for (const token of tokens) {
          joined += joined === '' || token === ',' || token === '.' ? '' : ' ';
          if (flagged.has(token)) {
            const base = finding(token, token, ['able', '', 'bright']);
            findings.push({ ...base, start: joined.length, end: joined.length + token.length });
          }
          joined += token;
        }
        const chosen = editOptions(joined, findings).map((option, i) => {
          const edit = option.options[picks[i]! % option.options.length]!;
          expect(edit.before).toBe(joined.slice(edit.start, edit.end));
          return edit;
        });
        expect(() => applyEdits(joined, chosen)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('curatedRewrite', () => {
  test('takes the first legal suggestion of every span', () => {
    const text = 'A young salesman.';
    const rewrite = curatedRewrite(text, [
      finding(text, 'young', ['']),
      finding(text, 'salesman', ['salesperson', 'seller']),
    ]);
    expect(rewrite.text).toBe('A salesperson.');
    expect(rewrite.edits).toHaveLength(2);
  });

  test('a text without findings stays as it is', () => {
    expect(curatedRewrite('A calm team.', [])).toEqual({ edits: [], refused: [], text: 'A calm team.' });
  });
});
