import { describe, expect, it } from 'vitest';
import { lexicon } from '../../lexicon/lexicon.ts';
import { labelCategories } from '../../protocol/finding.ts';
import { createDetector } from '../detector.ts';
import { tokenise } from '../tokens.ts';
import { confidenceOf, documentScores, learnedLabels, sentenceReader } from './classify.ts';
import { bucketCount, characterFeatures, sentenceFeatures, wordFeatures } from './features.ts';
import { layoutLength, layoutOf } from './layout.ts';
import { byCategory, type Classifier, packClassifier, stride, unpackClassifier } from './model.ts';
import { shippedClassifier } from './shipped.ts';

const features = (text: string) => [...wordFeatures(tokenise(text))];

/** A classifier that knows one word, for one category, and takes texts with an exclamation mark for generated ones. */
function knowing(word: string, category: 'age' | 'general', weight: number): Classifier {
  const index = labelCategories.indexOf(category);
  const weights = new Int8Array(bucketCount * stride);
  weights[(features(word)[0] as number) * stride + index] = weight;
  const models = { weights, scale: labelCategories.map(() => 0.5), bias: labelCategories.map(() => -1) };
  return {
    sentence: models,
    document: models,
    labels: byCategory((one) => ({
      weights: [1],
      bias: { written: one === category ? 0 : -100, generated: -100 },
      rates: { usual: 0.1, rules: {} },
    })),
    origin: { weights: [0, 0, 0, 0, 0, 0, 0, 0, -100], bias: 1 },
    confidence: labelCategories.map(() => [2, 0] as const),
  };
}

describe('features', () => {
  it('are distinct buckets that case and repetition do not change', () => {
    expect(features('Young bakers, young bakers')).toEqual([
      ...new Set(features('Young bakers, young bakers')),
    ]);
    expect(new Set(features('YOUNG'))).toEqual(new Set(features('young')));
    for (const bucket of features('Any words at all')) expect(bucket).toBeLessThan(bucketCount);
  });

  it('of a word are the word and its runs of three to five characters, each once', () => {
    const runs = (text: string) => new Set(characterFeatures(text));
    expect(runs('oven').size).toBe(1 + 4 + 3 + 2);
    const oven = runs('oven');
    expect([...runs('ovens')].filter((run) => oven.has(run))).toHaveLength(3 + 2 + 1);
    expect([...characterFeatures('bananana')]).toEqual([...runs('bananana')]);
    expect(runs('')).toEqual(runs(''));
    expect(characterFeatures('x'.repeat(100_000)).length).toBe(10);
    for (const bucket of characterFeatures('B\u00e4ckerei')) expect(bucket).toBeLessThan(bucketCount);
  });

  it('take numbers by their size', () => {
    expect(features('12 years')).toEqual(features('13 years'));
    expect(features('12 years')).not.toEqual(features('2 years'));
  });
});

describe('scores', () => {
  const classifier = knowing('baker', 'age', 10);
  const read = sentenceReader(classifier);
  const cues = (text: string) => read(sentenceFeatures(tokenise(text)));

  it('are bias plus weight times scale, in the category alone', () => {
    expect(cues('A baker').scores[labelCategories.indexOf('age')]).toBe(-1 + 10 * 0.5);
    expect(cues('A baker').scores[labelCategories.indexOf('general')]).toBe(-1);
  });

  it('are the mean of words and characters where both are known', () => {
    const weights = new Int8Array(bucketCount * stride);
    const age = labelCategories.indexOf('age');
    for (const bucket of characterFeatures('baker')) weights[bucket * stride + age] = 2;
    const both = sentenceReader({
      ...classifier,
      characters: { weights, scale: labelCategories.map(() => 1), bias: labelCategories.map(() => -3) },
    });
    const score = (text: string) => both(sentenceFeatures(tokenise(text))).scores[age];
    const byCharacters = -3 + 2 * characterFeatures('baker').length;
    expect(score('A baker, a baker')).toBe((-1 + 10 * 0.5 + byCharacters) / 2);
    expect(score('A baker, a baker')).toBe(score('A baker'));
    expect(score('Bakers')).toBeGreaterThan(score('Millers') ?? 0);
  });

  it('of a document count a word once, in any order of its sentences', () => {
    const sentences = ['A baker.', 'Another baker.', 'Flour.'].map(cues);
    const scores = documentScores(classifier.document, sentences);
    expect(documentScores(classifier.document, sentences.toReversed())).toEqual(scores);
    const distinct = new Set(sentences.flatMap(({ words }) => [...words])).size;
    expect(scores[labelCategories.indexOf('age')]).toBeCloseTo(-1 + 5 / Math.sqrt(distinct), 12);
  });

  it('label a document where the best sentence speaks for it, by the bar of where it is likely to come from', () => {
    const label = (text: string) =>
      learnedLabels(classifier, { sentences: [cues(text)], hits: [], length: 20, layout: layoutOf(text) });
    expect(label('A baker')).toEqual(['age']);
    expect(label('A miller')).toEqual([]);
    expect(label('A baker!')).toEqual([]);
  });

  it('become a confidence between 0 and 1, for the categories with labelled data', () => {
    expect(confidenceOf(classifier, 'age', cues('A baker'))).toBeGreaterThan(0.9);
    expect(confidenceOf(classifier, 'age', cues('A miller'))).toBeLessThan(0.2);
    expect(confidenceOf(classifier, 'requirements', cues('A baker'))).toBeUndefined();
  });
});

describe('the weights that ship', () => {
  it('survive packing', () => {
    const classifier = shippedClassifier();
    expect(unpackClassifier(packClassifier(classifier))).toEqual(classifier);
  });

  it('have a weight for every feature', () => {
    const { labels, sentence, origin } = shippedClassifier();
    expect(sentence.weights).toHaveLength(bucketCount * stride);
    expect(origin.weights).toHaveLength(layoutLength);
    for (const { weights } of Object.values(labels)) expect(weights).toHaveLength(12);
  });

  it('know a rate for rules of the lexicon alone', () => {
    const known = new Set(lexicon.flatMap(({ id }) => [id, `${id} guarded`]));
    for (const { rates } of Object.values(shippedClassifier().labels)) {
      expect(Object.keys(rates.rules).filter((key) => !known.has(key))).toEqual([]);
    }
  });

  it('give every finding of a labelled category a confidence', () => {
    const { findings } = createDetector().check(
      'We need a young, dynamic salesman with 10+ years of experience.',
    );
    expect(findings.length).toBeGreaterThan(1);
    for (const { category, confidence } of findings) {
      expect(confidence !== undefined).toBe((labelCategories as readonly string[]).includes(category));
    }
  });
});
