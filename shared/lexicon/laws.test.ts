import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDetector } from '../detection/detector.ts';
import { lawSchema } from '../detection/law.ts';
import data from './laws.json' with { type: 'json' };
import { jurisdictionsOf } from './places.ts';

const posting = (text: string, location: string) => ({
  id: 'one',
  title: 'Accountant',
  sections: [{ text }],
  location,
});
const missing = (text: string, location: string, employerSize?: number) =>
  createDetector(employerSize === undefined ? {} : { employerSize })
    .checkPosting(posting(text, location))
    .findings.filter(({ category }) => category === 'legal')
    .map(({ ruleId }) => ruleId);

describe('laws.json', () => {
  it('parses, and names every law once by its jurisdiction', () => {
    const laws = z.array(lawSchema).parse(data);
    expect(new Set(laws.map(({ id }) => id)).size).toBe(laws.length);
    expect(laws.filter(({ id, jurisdiction, requires }) => id !== `${jurisdiction}/${requires}`)).toEqual([]);
  });
});

describe('missing by law', () => {
  const welcome = 'The museum is an equal opportunity employer.';

  it('asks for pay, benefits and a deadline in Colorado', () => {
    expect(missing(`${welcome} You keep the books.`, 'Denver, CO 80202')).toEqual([
      'legal/US-CO/application-deadline',
      'legal/US-CO/benefits',
      'legal/US-CO/pay-range',
    ]);
  });

  it('is content when they are there', () => {
    const text = `${welcome} We pay $60,000 - $75,000 with health insurance. Apply by 1 May.`;
    expect(missing(text, 'Denver, CO')).toEqual([]);
  });

  it('leaves small employers alone where the law does', () => {
    expect(missing(welcome, 'Burlington, Vermont', 4)).toEqual([]);
    expect(missing(welcome, 'Burlington, Vermont', 5)).toEqual(['legal/US-VT/pay-range']);
  });

  it('applies the directive in member states', () => {
    expect(missing('You keep the books.', 'Cork, Ireland')).toEqual(['legal/EU/pay-range']);
    expect(missing('You earn €45,000 to €52,000.', 'Cork, Ireland')).toEqual([]);
  });

  it('holds a city to its own law', () => {
    expect(missing(welcome, 'Cleveland, OH', 15)).toEqual(['legal/US-OH-CLE/pay-range']);
    expect(missing(welcome, 'Dayton, OH', 15)).toEqual([]);
  });

  it('says nothing for a place it does not know', () => {
    expect(missing('You keep the books.', 'Remote')).toEqual([]);
  });
});

describe('jurisdictionsOf', () => {
  it.each([
    ['San Diego, CA 92123', ['US-CA']],
    ['New York, NY', ['US-NY-NYC']],
    ['Cleveland, Ohio', ['US-OH-CLE']],
    ['Columbus, OH 43215', ['US-OH-COL']],
    ['Columbus, Georgia', ['US-GA']],
    ['Charleston, West Virginia', ['US-WV']],
    ['Berlin, Germany', ['DE']],
    ['Belfast, Northern Ireland', ['UK']],
    ['Sao Paulo', []],
  ])('%s', (location, places) => {
    expect(jurisdictionsOf(location)).toEqual(places);
  });
});
