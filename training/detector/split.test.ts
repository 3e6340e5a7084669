import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { developmentDocuments, hasLabelledData } from './labelled-documents.ts';
import { nearDuplicateClusters } from './near-duplicates.ts';
import { outerFolds, splitDocuments } from './split.ts';

const random = createRandom(7);
const word = () => `word${random.integer(3000)}`;
const randomText = (length: number) => Array.from({ length }, word).join(' ');
const documents = Array.from({ length: 2000 }, (_, index) => ({
  id: `document-${index}`,
  text: randomText(60),
}));

describe('near-duplicate clusters', () => {
  it('joins copies with a few changed words and keeps unrelated texts apart', () => {
    const original = randomText(200).split(' ');
    const copy = original.with(20, 'changed').with(90, 'words').join(' ');
    expect(nearDuplicateClusters([randomText(200), original.join(' '), copy, randomText(200)])).toEqual([
      0, 1, 1, 3,
    ]);
  });

  it('joins transitively', () => {
    const a = randomText(300).split(' ');
    const b = [...a.slice(0, 240), ...randomText(60).split(' ')];
    const c = [...b.slice(60), ...randomText(60).split(' ')];
    expect(nearDuplicateClusters([a, b, c].map((words) => words.join(' ')))).toEqual([0, 0, 0]);
  });
});

describe('splitDocuments', () => {
  it('locks about a fifth and spreads the rest over five folds', () => {
    const parts = splitDocuments(documents);
    const share = (part: unknown) => parts.filter((p) => p === part).length / parts.length;
    expect(share('locked')).toBeGreaterThan(0.17);
    expect(share('locked')).toBeLessThan(0.23);
    for (let fold = 0; fold < outerFolds; fold += 1) {
      expect(share(fold)).toBeGreaterThan(0.13);
      expect(share(fold)).toBeLessThan(0.19);
    }
  });

  it('does not depend on the order of the documents', () => {
    const shuffled = createRandom(3).shuffle(documents);
    const byId = (list: typeof documents) => {
      const parts = splitDocuments(list);
      return new Map(list.map((document, index) => [document.id, parts[index]]));
    };
    const [one, other] = [byId(documents), byId(shuffled)];
    expect(documents.filter(({ id }) => one.get(id) !== other.get(id))).toEqual([]);
  });

  it('keeps copies of one advertisement in one part', () => {
    const copies = documents
      .slice(0, 200)
      .map(({ id, text }) => ({ id: `copy-${id}`, text: `${text} again` }));
    const parts = splitDocuments([...documents.slice(0, 200), ...copies]);
    expect(parts.slice(0, 200)).toEqual(parts.slice(200));
  });
});

describe.skipIf(!hasLabelledData())('the labelled documents', () => {
  it('leaves about four fifths for development, none of them locked', () => {
    const development = developmentDocuments();
    expect(development.length).toBeGreaterThan(2032 * 0.76);
    expect(development.length).toBeLessThan(2032 * 0.84);
    expect(new Set(development.map(({ part }) => part))).toEqual(new Set([0, 1, 2, 3, 4]));
  });
});
