import { createEffectSource } from '../../sidecar/market/edit-effects/effect-source.ts';
import { createEstimator } from '../../sidecar/market/estimator.ts';
import { createEditEffectCache } from '../../sidecar/market/match-list/measured-cache.ts';
import type { Store } from '../../sidecar/storage/store.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import type { Recommender } from '../../training/recommender.ts';
import { createToyWorld, toyFindings, toyTerms } from '../learning/toy-world.ts';

/** 100 people that the attacker knows words of; of the first half also the group, to learn what the answers mean. */
const targets = 100;

const world = createToyWorld({ seed: 5, candidates: 2400, postings: 12, skew: 0.6 });
const texts = world.postings.map(({ space }) => space.text);
const groupOf = (target: number) => world.attribute.codes[target] ?? 0;
const knownWord = (target: number) => `knownword${target}x`;

const scored = new Map<string, Promise<Float32Array[]>>();
/** Known words put their person first, as words that stand in one resume alone do. */
const recommender: Recommender = {
  ...world.recommender,
  score: (asked) =>
    Promise.all(
      asked.map(async (text) => {
        const plain = text.replaceAll(/ knownword\d+x/g, '');
        const known = scored.get(plain) ?? world.recommender.score([plain]);
        scored.set(plain, known);
        const own = Float32Array.from((await known)[0] ?? []);
        for (const [, target] of text.matchAll(/knownword(\d+)x/g)) own[Number(target)] = 1e6;
        return own;
      }),
    ),
};

const nothing = { skills: [], optionalSkills: [], licences: [] };
const market: Market = {
  recommender,
  pool: world.pool,
  attributes: [world.attribute],
  readRequirements: (text) =>
    world.postings.find(({ space }) => text.includes(space.text.slice(0, 30)))?.requirements ?? nothing,
  salt: 'toy',
  synthetic: true,
};

const findings = toyFindings('exclusionary');

export type Ask = (original: string, rewritten: string) => Promise<string>;

/** What one person's words are answered with: planted beside known edits, added as an edit, and taken out again. */
async function answersAbout(target: number, calls: number, ask: Ask): Promise<string> {
  const word = knownWord(target);
  const answers: string[] = [];
  for (let call = 0; call < calls; call += 1) {
    const text = texts[Math.floor(call / 4) % texts.length] ?? '';
    const planted = `${text} ${word}`;
    const [term] = toyTerms(text);
    const mended = term === undefined ? text : text.replace(term.term, term.suggestions[0] ?? '');
    const pairs = [
      [planted, `${mended} ${word}`],
      [text, planted],
      [planted, text],
      [text, `${mended} ${word}`],
    ] as const;
    const [original, rewritten] = pairs[call % pairs.length] ?? pairs[0];
    answers.push(await ask(original, rewritten));
  }
  return answers.join();
}

/** Learns from the first half of the people what an answer means, and guesses the other half. Share of right guesses. */
export async function attack(ask: Ask, callsPerTarget: number): Promise<number> {
  const answers = [];
  for (let target = 0; target < targets; target += 1)
    answers.push(await answersAbout(target, callsPerTarget, ask));
  const learning = answers.slice(0, targets / 2);
  const commonest = (of: readonly number[]) =>
    of.filter((group) => group === 0).length * 2 >= of.length ? 0 : 1;
  const base = commonest(learning.map((_, target) => groupOf(target)));
  const guess = (answer: string) => {
    const alike = learning.flatMap((one, target) => (one === answer ? [groupOf(target)] : []));
    return alike.length === 0 ? base : commonest(alike);
  };
  const right = answers.filter(
    (answer, target) => target >= targets / 2 && guess(answer) === groupOf(target),
  );
  return right.length / (targets / 2);
}

const guessed = Array.from({ length: targets / 2 }, (_, i) => groupOf(targets / 2 + i));
const share = guessed.filter((group) => group === 0).length / guessed.length;
/** What guessing the commonest group of everyone gets right. */
export const baseRate = Math.max(share, 1 - share);

/** What the service would answer whoever asks about any two texts over the past postings of the toy world. */
export function serviceAnswers(store: Store): Ask {
  store.settings.update({ measuring: true });
  world.postings.forEach(({ id, space }) => {
    store.postings.save({ externalId: id, title: 'T', text: space.text });
  });
  const open = {
    ...market,
    everyone: market.pool.ids.map((_, index) => index),
    shown: market.recommender,
    explain: async () => [],
    plainName: 'the toy recommender',
  };
  const source = { revision: () => '1', current: async () => open };
  const cache = createEditEffectCache({ store, attributes: { revision: () => 1 }, seed: 1 });
  const options = { store, market: source, findings, seed: 1 };
  const effects = createEffectSource({ ...options, cache, signal: new AbortController().signal });
  const estimator = createEstimator({ ...options, effects });
  return async (original, rewritten) => JSON.stringify(await estimator.estimate({ original, rewritten }));
}

/** An answer about the list of the very text: whether its top holds more of one group than before. */
export const leakingAnswers: Ask = async (original, rewritten) => {
  const [before = 0, after = 0] = (await recommender.score([original, rewritten])).map((scores) => {
    const top = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, 50);
    return top.filter((one) => groupOf(one) === 0).length;
  });
  return String(Math.sign(after - before));
};
