import type { CandidateRecord } from '../../shared/protocol/candidate.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { generateCandidates } from './candidates.ts';
import type { Occupation } from './occupations/occupation.ts';
import { occupations } from './occupations/occupations.ts';
import { type PlacedTerm, writePosting } from './posting.ts';
import { type WordingTerm, wordingTerms } from './wording.ts';

export interface WorldOptions {
  readonly seed: number;
  /** 10,000 by default. */
  readonly candidates?: number;
  /** 300 by default. */
  readonly postings?: number;
  /** In [0, 1], multiplies the strength of every term; 0 plants nothing and serves as the negative control. */
  readonly skew?: number;
}

/** A posting of the world with its findings: exact spans of the flagged terms, each with its suggestions. */
export interface WorldPosting {
  readonly id: string;
  readonly employer: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export interface World {
  readonly candidates: readonly CandidateRecord[];
  /** Gender of each candidate, aligned; everyone is known. */
  readonly gender: readonly string[];
  readonly postings: readonly WorldPosting[];
  /** The planted truth, for the oracle and for tables; a learner must not read it. */
  readonly truth: readonly WordingTerm[];
}

/** Terms in one posting, fewest and most. */
const termsPerPosting = [10, 13] as const;
/** Other lines are few, so that the wording decides among people who are all qualified. */
const length = { duties: 2, benefits: 1 } as const;
/** Chance that a posting is agentic rather than communal; a term of the other direction comes in with `strayRate`. */
const agenticShare = 0.9;
const strayRate = 0.05;
const rate = 0.12;
/** One share in every occupation: large enough that a list can move away from it in both directions. */
const womenShare = 0.4;
/** The first of the large ones: with more, half of the postings would find too few qualified people in the report part. */
const occupationCount = 4;
const measured: readonly Occupation[] = occupations
  .filter(({ share }) => share >= 0.1)
  .slice(0, occupationCount)
  .map((occupation) => ({ ...occupation, womenShare }));
const employers = 40;

function finding({ term, start, end }: PlacedTerm, text: string): Finding {
  return {
    start,
    end,
    text: text.slice(start, end),
    ruleId: `planted/${term.id}`,
    category: 'masculine',
    polarity: 'excludes',
    severity: 'coded',
    evidence: { grade: 'lab', source: 'Planted in a synthetic world' },
    message: 'Synthetic sample: this wording may narrow who is matched.',
    suggestions: [...term.suggestions.map((suggestion) => suggestion.text), ''],
  };
}

/** Mostly terms of one direction, a third of the flagged ones harmless. */
function drawTerms(terms: readonly WordingTerm[], random: Random): WordingTerm[] {
  const group = random.next() < agenticShare ? 'man' : 'woman';
  const [fewest, most] = termsPerPosting;
  const count = fewest + random.integer(most - fewest + 1);
  const fitting = terms.filter(
    ({ leansTo }) => leansTo === 'none' || leansTo.groups.includes(group) || random.next() < strayRate,
  );
  return random.shuffle(fitting).slice(0, count);
}

/** In this world only gender is planted; terms that lean by age elsewhere are harmless here. */
const planted: readonly WordingTerm[] = wordingTerms.map((term) =>
  term.leansTo !== 'none' && term.leansTo.attribute === 'age band'
    ? { ...term, leansTo: 'none', strength: 0 }
    : term,
);

/**
 * A world with a known bias for the learner's bench: the sample company's generator with more people and more terms a
 * posting. A third of the flagged terms is harmless, a quarter of the biased ones is flagged by no rule, some suggestions
 * are skewed themselves. Pure and deterministic.
 */
export function generateWorld(options: WorldOptions): World {
  const { seed, candidates: total = 10_000, postings: count = 300, skew = 1 } = options;
  const random = createRandom(seed);
  const people = generateCandidates(
    total,
    { terms: planted, skew, rate },
    random.fork('candidates'),
    measured,
  );
  const own = random.fork('postings');
  const postings = Array.from({ length: count }, (_, n) => {
    const occupation = measured[own.integer(measured.length)];
    if (!occupation) throw new Error('No occupation has a share of at least 0.1; the world needs one.');
    const written = writePosting(occupation, drawTerms(planted, own), own, length);
    return {
      id: `synthetic-posting-${String(n + 1).padStart(3, '0')}`,
      employer: `Synthetic employer ${1 + own.integer(employers)}`,
      text: written.text,
      findings: written.placed
        .filter(({ term }) => term.flagged)
        .map((placed) => finding(placed, written.text)),
    };
  });
  return {
    candidates: people.map(({ record }) => record),
    gender: people.map(({ person }) => person.gender),
    postings,
    truth: planted,
  };
}

/** The findings of a text of the world, such as after an edit: every flagged term that still stands in it. */
export function plantedFindings(text: string): Finding[] {
  return planted
    .filter(({ flagged }) => flagged)
    .flatMap((term) => {
      const span = /\[(.*?)\]/.exec(term.posting[0] ?? '')?.[1] ?? '';
      return Array.from(text.matchAll(new RegExp(`(?<![\\w-])${span}(?![\\w-])`, 'g')), (match) =>
        finding({ term, start: match.index, end: match.index + match[0].length }, text),
      );
    })
    .sort((a, b) => a.start - b.start);
}
