import { describe, expect, it } from 'vitest';
import { measureEditEffects } from '../../sidecar/market/edit-effects/measure-edit-effects.ts';
import { measureMatchList } from '../../sidecar/market/match-list/measure-match-list.ts';
import type { MeasuringOptions } from '../../sidecar/market/match-list/measuring-ground.ts';
import { createToyWorld, toyFindings } from '../learning/toy-world.ts';

const world = createToyWorld({ seed: 5, candidates: 2400, postings: 12, skew: 0.6 });
const nothing = { skills: [], optionalSkills: [], licences: [] };
const requirements = new Map(world.postings.map(({ space, requirements: asked }) => [space.text, asked]));

const findings = toyFindings('exclusionary');

const options = (changes: Partial<MeasuringOptions> = {}): MeasuringOptions => ({
  market: {
    recommender: world.recommender,
    pool: world.pool,
    attributes: [world.attribute],
    readRequirements: (text) => requirements.get(text) ?? nothing,
    salt: 'toy',
    synthetic: true,
  },
  postings: world.postings.map(({ id, space }) => ({ id, text: space.text })),
  findings,
  statements: [],
  seed: 1,
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...changes,
});
const measure = (changes: Partial<MeasuringOptions> = {}) => measureMatchList(options(changes));

describe('the measured match list', () => {
  it('finds a planted bias and that rewriting brings the list closer, in rounded shares of enough people', async () => {
    const [figures] = await measure();
    if (figures === undefined) throw new Error('nothing was measured');
    expect(figures.verdict).toBe('closer');
    expect(figures.excessGap.after).toBeLessThan(figures.excessGap.before);
    expect(figures.postings).toBeGreaterThanOrEqual(5);
    expect(figures.people).toBeGreaterThanOrEqual(100);
    const shares = figures.groups.flatMap(({ pool, before, after, beforeInterval, afterInterval }) => [
      ...[pool, before, after],
      ...[beforeInterval, afterInterval].flatMap((range) => (range ? [range.lower, range.upper] : [])),
    ]);
    expect(shares).toHaveLength(2 * 7);
    for (const share of shares) expect(share * 100).toBeCloseTo(Math.round(share * 100), 9);
    for (const { before, beforeInterval } of figures.groups) {
      expect(before).toBeGreaterThanOrEqual(beforeInterval?.lower ?? 1);
      expect(before).toBeLessThanOrEqual(beforeInterval?.upper ?? 0);
    }
    expect(JSON.stringify(figures)).not.toMatch(/candidate-|person-|posting-/);
  });

  it('is the same again, whoever asks', async () => {
    expect(await measure()).toEqual(await measure());
  });

  it('is not measured on fewer than five postings', async () => {
    const postings = world.postings.slice(0, 4).map(({ id, space }) => ({ id, text: space.text }));
    expect(await measure({ postings })).toEqual([]);
  });

  it('shows no group of fewer than ten people apart', async () => {
    const codes = world.attribute.codes.slice();
    for (const place of [3, 80, 400, 900]) codes[place] = 2;
    const attributes = [{ ...world.attribute, groups: ['first', 'second', 'third'], codes }];
    const [figures] = await measure({
      market: {
        recommender: world.recommender,
        pool: world.pool,
        attributes,
        readRequirements: (text) => requirements.get(text) ?? nothing,
        salt: 'toy',
        synthetic: true,
      },
    });
    expect(figures?.groups.map(({ group }) => group)).not.toContain('third');
  });

  it('ends when it is cancelled', async () => {
    const stop = new AbortController();
    const started = measure({ signal: stop.signal, onProgress: ({ done }) => done === 2 && stop.abort() });
    await expect(started).rejects.toThrow(/abort/i);
  });
});

describe('the words by kind of edit', () => {
  it('are one word and a count of postings a kind, and say how many are missing only coarsely', async () => {
    const effects = await measureEditEffects(options());
    const masculine = effects.find(({ kind }) => kind === 'masculine');
    expect(masculine?.postings).toBe(world.postings.length);
    // The words of this world lean to either side, so that they move no mean.
    expect(masculine?.verdict).toBe('no-measurable-change');
    for (const effect of effects) {
      expect(Object.keys(effect).sort()).toEqual(['kind', 'missing', 'postings', 'verdict']);
      expect(String(effect.missing)).toMatch(effect.verdict === 'not-enough-data' ? /^[125]0*$/ : /^0$/);
    }
  });

  it('rest on no kind with fewer than five postings', async () => {
    const postings = world.postings.slice(0, 4).map(({ id, space }) => ({ id, text: space.text }));
    const effects = await measureEditEffects(options({ postings }));
    expect(new Set(effects.map(({ verdict }) => verdict))).toEqual(new Set(['not-enough-data']));
    expect(effects.every(({ postings: count }) => count === 0)).toBe(true);
  });
});
