import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalForm, tokenise } from './tokens.ts';

const forms = (text: string) => tokenise(text).map((token) => token.form);

describe('tokenise', () => {
  test('keeps technical names whole', () => {
    expect(forms('C++, C#, .NET and Node.js; R&D')).toEqual(['c++', 'c#', '.net', 'and', 'node.js', 'r&d']);
  });

  test('separates sentences that a web form glued together', () => {
    expect(forms('our systems.Experience with Node.js')).toEqual([
      'our',
      'system',
      'experience',
      'with',
      'node.js',
    ]);
  });

  test('folds plural, possessive, case and accents only', () => {
    expect(
      ['Accountants', 'companies', "driver's", 'Résumé', 'business', 'accounting'].map(normalForm),
    ).toEqual(['accountant', 'company', 'driver', 'resume', 'business', 'accounting']);
  });

  test('offsets point into the text as given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { form, start, end } of tokenise(text))
          expect(normalForm(text.slice(start, end))).toBe(form);
      }),
    );
  });
});
