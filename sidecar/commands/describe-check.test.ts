import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import { describeCheck } from './describe-check.ts';
import { styleFor } from './style.ts';

const detector = createDetector();
const plain = styleFor(new PassThrough());
const describe = (text: string) => describeCheck('p', text, detector.check(text), plain);

it('tells place, words, reason, what else could be written, and source', () => {
  const told = describe('Baker\nWe want a young baker.');
  expect(told).toMatch(/^p {2}score \d+\/100, \d findings?\n/);
  expect(told).toContain('2:11  "young"');
  expect(told).toMatch(/Source \(law\): .+ https:\/\//);
});

it('shows of a whole long sentence how it begins', () => {
  const told = describe(`You bake ${'fine wheat bread and crisp rye bread '.repeat(9)}every day.`);
  expect(told).toMatch(/ {2}1:1 {2}"You bake fine wheat bread .{1,60} …"/);
  expect(Math.max(...told.split('\n').map((line) => line.length))).toBeLessThan(180);
});
