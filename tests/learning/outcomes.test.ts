import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../shared/random.ts';
import { applicantGap } from '../../training/outcomes/applicant-gap.ts';
import { compareProposals } from '../../training/outcomes/compare-proposals.ts';
import { contrast, doublyRobustScore, type PredictOutcome } from '../../training/outcomes/doubly-robust.ts';
import { drawProposal } from '../../training/outcomes/draw-proposal.ts';
import { postingsNeeded } from '../../training/outcomes/power.ts';
import { type ObservedPosting, shownProposalSchema } from '../../training/outcomes/proposal.ts';

/**
 * A toy company small enough to enumerate. Recruiters accept a proposal more often where the outcome would be good anyway:
 * comparing accepted with refused edits would be wrong, comparing what was shown is right.
 */
const kinds = { nursing: 0.6, driving: 0.4 } as const;
type Kind = keyof typeof kinds;
const proposals = ['curated', 'policy'] as const;
type Proposal = (typeof proposals)[number];
const chanceOf: Record<Kind, Record<Proposal, number>> = {
  nursing: { curated: 0.8, policy: 0.2 },
  driving: { curated: 0.3, policy: 0.7 },
};
const moods = { good: 0.5, bad: 0.5 } as const;
type Mood = keyof typeof moods;
const acceptance: Record<Mood, number> = { good: 0.9, bad: 0.2 };
/** Mean outcome by what became of the posting; lower is better. */
function meanOutcome(kind: Kind, mood: Mood, shown: Proposal, accepted: boolean): number {
  const base = (kind === 'nursing' ? 0.05 : 0.02) + (mood === 'bad' ? 0.04 : 0);
  return accepted && shown === 'policy' ? base - 0.03 : base;
}

interface Case {
  readonly chance: number;
  readonly kind: Kind;
  readonly mood: Mood;
  readonly shown: Proposal;
  readonly accepted: boolean;
  readonly outcome: number;
}

/** Every way a posting can go, with its probability when proposals are drawn by `drawn`. */
function enumerate(drawn: (kind: Kind) => Record<Proposal, number>): Case[] {
  return (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    (Object.keys(moods) as Mood[]).flatMap((mood) =>
      proposals.flatMap((shown) =>
        [true, false].map((accepted) => ({
          chance:
            kinds[kind] *
            moods[mood] *
            drawn(kind)[shown] *
            (accepted ? acceptance[mood] : 1 - acceptance[mood]),
          kind,
          mood,
          shown,
          accepted,
          outcome: meanOutcome(kind, mood, shown, accepted),
        })),
      ),
    ),
  );
}
const expected = (cases: readonly Case[], value: (one: Case) => number) =>
  cases.reduce((sum, one) => sum + one.chance * value(one), 0);
const always = (proposal: Proposal) => () =>
  ({ curated: 0, policy: 0, [proposal]: 1 }) as Record<Proposal, number>;
const truth = (proposal: Proposal) => expected(enumerate(always(proposal)), ({ outcome }) => outcome);
const logged = enumerate((kind) => chanceOf[kind]);
const scoreOf = (
  one: Case,
  proposal: Proposal,
  predict: PredictOutcome,
  propensities: (kind: Kind) => Record<Proposal, number>,
) =>
  doublyRobustScore(
    { features: [one.kind], propensities: propensities(one.kind), shown: one.shown, outcome: one.outcome },
    proposal,
    predict,
  );

describe('the doubly robust score against exact enumeration', () => {
  const right: PredictOutcome = ([kind], proposal) => {
    const cases = enumerate(always(proposal as Proposal)).filter((one) => one.kind === kind);
    return expected(cases, ({ outcome }) => outcome) / kinds[kind as Kind];
  };

  for (const proposal of proposals) {
    it(`is exact for "${proposal}" with the propensities of the log, however wrong the predictions`, () => {
      for (const predict of [() => 0, () => 7, right]) {
        const value = expected(logged, (one) => scoreOf(one, proposal, predict, (kind) => chanceOf[kind]));
        expect(value).toBeCloseTo(truth(proposal), 12);
      }
    });

    it(`is exact for "${proposal}" with the right predictions, however wrong the propensities`, () => {
      const wrong = () => ({ curated: 0.4, policy: 0.6 });
      expect(expected(logged, (one) => scoreOf(one, proposal, right, wrong))).toBeCloseTo(
        truth(proposal),
        12,
      );
    });
  }

  it('what people accepted would have said something else: they accept where things go well', () => {
    const meanWhere = (test: (one: Case) => boolean) =>
      expected(logged.filter(test), ({ outcome }) => outcome) / expected(logged.filter(test), () => 1);
    const naive =
      meanWhere(({ shown, accepted }) => shown === 'policy' && accepted) -
      meanWhere(({ shown, accepted }) => !(shown === 'policy' && accepted));
    expect(Math.abs(naive - (truth('policy') - truth('curated')))).toBeGreaterThan(0.01);
  });
});

function draw(random: Random, count: number, effectless = false): ObservedPosting[] {
  const pick = <Name extends string>(chances: Readonly<Record<Name, number>>): Name => {
    const names = Object.keys(chances) as Name[];
    let left = random.next();
    for (const name of names) {
      left -= chances[name];
      if (left < 0) return name;
    }
    return names.at(-1) as Name;
  };
  return Array.from({ length: count }, (_, i) => {
    const [kind, mood] = [pick(kinds), pick(moods)];
    const shown = pick(chanceOf[kind]);
    const accepted = random.next() < acceptance[mood];
    const outcome = meanOutcome(kind, mood, effectless ? 'curated' : shown, accepted);
    return {
      cluster: `employer ${i}`,
      features: [kind],
      propensities: chanceOf[kind],
      shown,
      outcome: outcome + 0.02 * random.normal(),
    };
  });
}

describe('the contrast of two proposals', () => {
  const effect = truth('policy') - truth('curated');

  it('has an interval that covers the enumerated effect about 95 times in 100', () => {
    let covered = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const random = createRandom(seed);
      const one = contrast(draw(random, 200), 'policy', 'curated', random)!;
      if (Math.abs(one.difference - effect) < 1.96 * one.standardError) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.92);
    expect(covered / 400).toBeLessThan(0.98);
  });

  it('knows no more when the same employers are seen twice', () => {
    const postings = draw(createRandom(1), 300).map((one) => ({ ...one, features: [] }));
    const errorOf = (all: readonly ObservedPosting[]) =>
      contrast(all, 'policy', 'curated', createRandom(2))!.standardError;
    expect(errorOf([...postings, ...postings]) / errorOf(postings)).toBeGreaterThan(0.95);
    const oneEmployer = postings.map((one) => ({ ...one, cluster: 'employer' }));
    expect(contrast(oneEmployer, 'policy', 'curated', createRandom(2))).toBeUndefined();
  });
});

describe('the learner', () => {
  const options = { reference: 'curated', effect: 0.015, random: createRandom(3) };

  it('refuses with the number of postings that are needed, and learns from about that many', () => {
    const early = compareProposals(draw(createRandom(4), 40), options);
    expect(early).toMatchObject({ enough: false, postings: 40 });
    if (early.enough || early.needed === undefined) throw new Error('it did not refuse with a number');
    expect(early.why).toContain(`${early.needed} are needed`);
    expect(early.needed).toBeGreaterThan(40);
    const late = compareProposals(draw(createRandom(4), 2 * early.needed), options);
    expect(late).toMatchObject({ enough: true, preferred: 'policy' });
  });

  it('finds the effect about as often as the power says', () => {
    const deviation = 0.03;
    const size = postingsNeeded({ effect: Math.abs(truth('policy') - truth('curated')), deviation });
    let found = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      const random = createRandom(seed);
      const postings = draw(random, size).map((one): ObservedPosting => {
        const shown = random.next() < 0.5 ? 'curated' : 'policy';
        const shift = shown === 'policy' ? truth('policy') - truth('curated') : 0;
        return {
          ...one,
          features: [],
          propensities: { curated: 0.5, policy: 0.5 },
          shown,
          outcome: shift + deviation * random.normal(),
        };
      });
      const { difference, standardError } = contrast(postings, 'policy', 'curated', random)!;
      if (difference / standardError < -1.96) found += 1;
    }
    expect(found / 200).toBeGreaterThan(0.72);
    expect(found / 200).toBeLessThan(0.88);
  });

  it('prefers what is shown anyway when there is no difference', () => {
    let changed = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const comparison = compareProposals(draw(createRandom(seed), 400, true), {
        ...options,
        effect: 0.05,
      });
      if (comparison.enough && comparison.preferred !== 'curated') changed += 1;
    }
    expect(changed).toBeLessThanOrEqual(8);
  });

  it('learns nothing where nothing but one proposal could be shown', () => {
    const postings = draw(createRandom(5), 300).map((one) => ({
      ...one,
      propensities: { curated: 1 },
      shown: 'curated',
    }));
    const comparison = compareProposals(postings, options);
    expect(comparison).toMatchObject({ enough: false, needed: undefined });
  });
});

describe('what is shown', () => {
  it('is the first proposal without exploration, and each alike with it', () => {
    const random = createRandom(6);
    const still = drawProposal(['policy', 'curated'], { exploring: false, random });
    expect(still).toEqual({ shown: 'policy', propensities: { policy: 1 } });
    const drawn = Array.from({ length: 2000 }, () =>
      drawProposal(['policy', 'curated', 'model'], { exploring: true, random }),
    );
    for (const one of drawn) expect(shownProposalSchema.parse(one)).toEqual(one);
    const first = drawn.filter(({ shown }) => shown === 'policy').length;
    expect(Math.abs(first / 2000 - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 2000));
    expect(() => drawProposal([], { exploring: true, random })).toThrow('at least one');
    expect(() => drawProposal(['a', 'a'], { exploring: true, random })).toThrow('twice');
  });

  it('cannot be logged with propensities that do not add up', () => {
    expect(shownProposalSchema.safeParse({ shown: 'a', propensities: { a: 0.5 } }).success).toBe(false);
    expect(shownProposalSchema.safeParse({ shown: 'b', propensities: { a: 1 } }).success).toBe(false);
  });
});

describe('postings needed', () => {
  it('grows with the square of what is to be found and of what hides it', () => {
    const needed = postingsNeeded({ effect: 0.02, deviation: 0.05 });
    expect(postingsNeeded({ effect: 0.01, deviation: 0.05 }) / needed).toBeCloseTo(4, 1);
    expect(postingsNeeded({ effect: 0.02, deviation: 0.1 }) / needed).toBeCloseTo(4, 1);
    expect(postingsNeeded({ effect: 0.02, deviation: 0.05, inversePropensities: 6 }) / needed).toBeCloseTo(
      1.5,
      1,
    );
    for (const bad of [{ effect: 0 }, { deviation: 0 }, { inversePropensities: 3 }])
      expect(() => postingsNeeded({ effect: 0.02, deviation: 0.05, ...bad })).toThrow('must be');
  });
});

describe('the gap of the applicants', () => {
  it('has mean zero when everyone applies alike, and is what was planted when they do not', () => {
    const random = createRandom(7);
    const groups = Int16Array.from({ length: 400 }, (_, i) => (i < 160 ? 1 : 0));
    const applyWith = (chances: readonly number[]) =>
      [...groups.keys()].filter((person) => random.next() < (chances[groups[person]!] ?? 0));
    const meanGap = (chances: readonly number[]) => {
      const gaps = Array.from(
        { length: 500 },
        () => applicantGap({ groups, groupCount: 2, applied: applyWith(chances) })!,
      );
      return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
    };
    expect(Math.abs(meanGap([0.2, 0.2]))).toBeLessThan(0.0004);
    // 48 of 240 and 16 of 160 apply: a share of .25 where .40 meet the requirements.
    expect(meanGap([0.2, 0.1])).toBeCloseTo(0.15 ** 2, 2);
  });

  it('says nothing without applicants', () => {
    const groups = new Int16Array(4);
    expect(applicantGap({ groups, groupCount: 1, applied: [] })).toBeUndefined();
    expect(applicantGap({ groups, groupCount: 1, applied: [0, 1, 2, 3] })).toBeUndefined();
  });
});
