import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../../shared/detection/detector.ts';
import { applyEdits } from '../../../shared/edits/apply-edits.ts';
import { kindOfEdit, kindsOfRewrite, knownPlaces } from './edit-kind.ts';

const text =
  'We want a young salesman. He must dominate the market and be fearless.\n\nBenefits\nA pension. You are able-bodied.';
const { findings } = createDetector().check(text);
const statement = { id: 's1', text: 'Hours are flexible.', topic: 'flexible-hours' as const };
const places = knownPlaces(text, findings, [statement]);

/** For each place the number of the option taken; 0 keeps the text. */
const choices = fc.tuple(...places.map(({ options }) => fc.integer({ min: 0, max: options.length })));
const editsOf = (choice: readonly number[]) =>
  choice.flatMap((option, place) => places[place]?.options[option - 1] ?? []);

describe('the kinds of a rewrite', () => {
  it('are those of its edits, whichever of the suggestions were taken', () => {
    expect(places.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(choices, (choice) => {
        const taken = choice.flatMap((option, place) => (option > 0 ? (places[place]?.kind ?? []) : []));
        const kinds = kindsOfRewrite(text, applyEdits(text, editsOf(choice)), places);
        expect(kinds).toEqual(new Set(taken));
      }),
    );
  });

  it('are unknown as soon as one character comes from elsewhere', () => {
    fc.assert(
      fc.property(choices, fc.nat(), fc.constantFrom('q', 'zebra', ' knownword'), (choice, at, free) => {
        const rewritten = applyEdits(text, editsOf(choice));
        const place = at % (rewritten.length + 1);
        const planted = rewritten.slice(0, place) + free + rewritten.slice(place);
        expect(kindsOfRewrite(text, planted, places)).toBeUndefined();
      }),
    );
  });

  it('are none when nothing was changed, and unknown for a text with more places than a posting has', () => {
    expect(kindsOfRewrite(text, text, places)).toEqual(new Set());
    const [place] = places;
    if (place === undefined) throw new Error('the text has no place');
    expect(kindsOfRewrite(text, `${text} `, Array(401).fill(place))).toBeUndefined();
  });

  it('of a single edit is that of its place, and of free words at the same place none', () => {
    for (const { kind, options } of places) {
      for (const edit of options) {
        expect(kindOfEdit(edit, places)).toBe(kind);
        expect(kindOfEdit({ ...edit, after: `${edit.after} knownword` }, places)).toBeUndefined();
      }
    }
  });
});
