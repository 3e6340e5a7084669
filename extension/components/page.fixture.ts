import type { Finding } from '../../shared/protocol/finding.ts';
import type { PageField } from './posting-view.ts';

/** A finding with every value set, for tests; `overrides` say what the test is about. */
export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    start: 4,
    end: 9,
    text: 'young',
    ruleId: 'age/young',
    category: 'age',
    polarity: 'excludes',
    severity: 'coded',
    evidence: { grade: 'style', source: 'A guide (2020)' },
    message: 'This may keep experienced people away.',
    suggestions: ['motivated'],
    ...overrides,
  };
}

/** A field of a posting form with every value set, for tests. */
export function field(overrides: Partial<PageField> = {}): PageField {
  return {
    frameId: 0,
    fieldId: 'field',
    role: 'body',
    editor: 'textarea',
    label: '',
    revision: 1,
    text: 'Our young team.',
    english: true,
    check: { labels: [], score: { value: 100, losses: [] }, findings: [] },
    ...overrides,
  };
}
