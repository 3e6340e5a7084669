import { expect, test } from 'vitest';
import { createDetector } from './detector.ts';

const detector = createDetector();

test.each([
  ['The baker wants to develop him/herself.', 'him/herself', 'themself'],
  ['Help the baker and give him or her the tools.', 'him or her', 'them'],
  ['The baker brings his/her tools.', 'his/her', 'their'],
])('%s', (text, written, suggested) => {
  const finding = detector.check(text).findings.find((one) => one.text === written);
  expect(finding?.suggestions).toEqual([suggested]);
});
