import { expect, it } from 'vitest';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { createCompanyDetector } from './company-detector.ts';

const sentence = 'We want a xylograph wizardess.';

it('checks with the company’s packs from the moment they are kept', () => {
  const { store } = openTemporaryStore();
  const detector = createCompanyDetector(store);
  const ruleIds = () => detector.check(sentence).findings.map(({ ruleId }) => ruleId);
  expect(ruleIds()).not.toContain('general/xylograph');
  store.rulePacks.save({
    name: 'Ours',
    rules: [
      {
        id: 'general/xylograph',
        category: 'general',
        patterns: ['xylograph'],
        severity: 'style',
        evidence: { grade: 'style', source: 'House style' },
        message: 'Not everyone knows this word.',
        flags: [sentence, 'A xylograph is needed.'],
        passes: ['We want a printer.', 'A printer is needed.'],
      },
    ],
  });
  expect(ruleIds()).toContain('general/xylograph');
  store.rulePacks.remove('Ours');
  expect(ruleIds()).not.toContain('general/xylograph');
});
