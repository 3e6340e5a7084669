import { describe, expect, it } from 'vitest';
import { lexicon } from '../lexicon/lexicon.ts';
import { checkSchema } from '../protocol/check.ts';
import { createDetector, isEnglish } from './detector.ts';
import type { Rule } from './rule.ts';

const detector = createDetector();
const marks = (text: string) =>
  detector.check(text).findings.filter(({ polarity }) => polarity === 'excludes');

describe('createDetector', () => {
  it('refuses a pack with a pattern that cannot be read, before any text is checked', () => {
    const [rule] = lexicon;
    const broken = { ...rule, id: 'general/own', patterns: ['go _8 on _8 and _8 on _8 stop'] } as Rule;
    expect(() => createDetector({ packs: [{ name: 'ours', rules: [broken] }] })).toThrow(/ways, over/);
  });
});

describe('check', () => {
  it('returns findings whose offsets slice to their text, labels and a score that adds up', () => {
    const text = 'We need a young, dynamic salesman.\n\nHe has at least 10 years of experience.';
    const check = checkSchema.parse(detector.check(text));
    for (const finding of check.findings) expect(text.slice(finding.start, finding.end)).toBe(finding.text);
    expect(check.labels).toEqual(['age', 'masculine']);
    expect(100 - check.score.losses.reduce((sum, { points }) => sum + points, 0)).toBe(check.score.value);
  });

  it('marks nothing in a plain posting and in statements of equal opportunity', () => {
    const text = [
      'You plan projects and write reports.',
      'We are an equal opportunity employer and do not discriminate on the basis of race, sex, age or disability.',
      'Reasonable adjustments are available throughout the application process.',
      'There is no degree required at our bakery.',
    ].join('\n');
    expect(marks(text)).toEqual([]);
    expect(detector.check(text).score).toEqual({ value: 100, losses: [] });
  });

  it('keeps a stated preference as an unmarked note that labels but does not cost points', () => {
    const check = detector.check('Applications from women are strongly encouraged.');
    expect(check.labels).toEqual(['feminine']);
    expect(check.findings.map(({ polarity }) => polarity)).toEqual(['prefers']);
    expect(check.score.value).toBe(100);
  });

  it('marks a chain of words of one rule once', () => {
    expect(marks('Must bend, stoop, kneel and crouch.').map(({ text }) => text)).toEqual([
      'bend, stoop, kneel and crouch',
    ]);
  });

  it('fits suggestions to number, capitals, article and verb', () => {
    const suggestions = (text: string) => marks(text).map(({ text, suggestions }) => [text, suggestions[0]]);
    expect(suggestions('Salesmen travel.')).toEqual([['Salesmen', 'Salespeople']]);
    expect(suggestions('We need an energetic person.')).toEqual([['an energetic', 'a motivated']]);
    expect(suggestions('She is a good listener.')).toEqual([['She is', 'They are']]);
    expect(suggestions('SITE FOREMAN')).toEqual([['FOREMAN', 'SUPERVISOR']]);
  });
});

describe('session', () => {
  it('gives the same result as a fresh check after every change', () => {
    const session = detector.session();
    let text = 'You are a rockstar. We need a young professional.\nHe works hard.';
    for (const change of ['', ' She too.', '\nNo degree required.', ' Recent graduates!']) {
      text += change;
      expect(session.update(text)).toEqual(detector.check(text));
    }
  });
});

describe('isEnglish', () => {
  it.each(['Software Engineer', 'We are looking for a nurse to join our team in Cork.', ''])('%s', (text) => {
    expect(isEnglish(text)).toBe(true);
  });

  it.each([
    'Wir suchen für unser Team in Berlin eine Köchin mit Erfahrung und Freude an der Arbeit.',
    'Nous recherchons pour notre équipe une personne avec de l’expérience dans la vente.',
    'Мы ищем инженера в нашу команду',
  ])('not: %s', (text) => {
    expect(isEnglish(text)).toBe(false);
  });
});
