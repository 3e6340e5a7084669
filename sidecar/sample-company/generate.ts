import type { CandidateRecord, Outcome, PastPosting, SelfReport } from '../../shared/protocol/candidate.ts';
import type { Statement } from '../../shared/protocol/sidecar.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { countsByOccupation, generateCandidates, selfReportsOf } from './candidates.ts';
import type { Occupation } from './occupations/occupation.ts';
import { runFunnel } from './outcomes.ts';
import { company, pastPosting, writePosting } from './posting.ts';
import { statements } from './statements.ts';
import { sampleRate, type WordingTerm, wordingTerms } from './wording.ts';

export interface SampleCompanyOptions {
  readonly seed: number;
  /** Synthetic people, 6,000 by default: enough that the list of most postings can be measured. */
  readonly candidates?: number;
  /** Past postings, 40 by default, spread over one year. */
  readonly postings?: number;
}

export interface SampleCompany {
  /** Name, which says that it is a synthetic sample. */
  readonly company: string;
  readonly candidates: CandidateRecord[];
  readonly selfReports: SelfReport[];
  readonly postings: PastPosting[];
  readonly outcomes: Outcome[];
  readonly statements: Statement[];
}

/** The year that the sample covers. */
const year = 2025;
/** Share of the postings with wording that the detector should mark. */
const markedShare = 0.65;
/** Of those, how many lean to agentic wording; the others to communal wording. */
const agenticShare = 0.75;
/** Most positions that one posting fills. */
const mostPositions = 4;

/** Terms for one posting: mostly of one direction, as real postings are, with one that leans nowhere. */
function termsFor(random: Random): WordingTerm[] {
  if (random.next() >= markedShare) return [];
  const group = random.next() < agenticShare ? 'man' : 'woman';
  const leaning = wordingTerms.filter(({ leansTo }) => leansTo !== 'none' && leansTo.groups.includes(group));
  const others = wordingTerms.filter(
    (term) => term.flagged && (term.leansTo === 'none' || term.leansTo.attribute === 'age band'),
  );
  return [
    ...random.shuffle(leaning).slice(0, 3 + random.integer(2)),
    ...random.shuffle(others).slice(0, 1 + random.integer(2)),
  ];
}

function occupationsOfPostings(count: number, random: Random): Occupation[] {
  const spread = [...countsByOccupation(count)].flatMap(([occupation, n]) =>
    Array.from({ length: n }, () => occupation),
  );
  return random.shuffle(spread);
}

/** The n-th of `count` days spread evenly over the sample's year, which leaves time for the last funnel to end. */
function publicationDay(n: number, count: number): string {
  return new Date(Date.UTC(year, 0, 6 + Math.floor((n * 290) / count))).toISOString().slice(0, 10);
}

/**
 * The sample company: synthetic people, a year of postings and what came of them. Pure and deterministic: the same
 * options give the same company on every machine. See docs/sample-company.md for every rate and source.
 */
export function generateSampleCompany(options: SampleCompanyOptions): SampleCompany {
  const { seed, candidates: total = 6000, postings: postingCount = 40 } = options;
  const random = createRandom(seed);
  const candidates = generateCandidates(
    total,
    { terms: wordingTerms, skew: 1, rate: sampleRate },
    random.fork('candidates'),
  );
  const postingRandom = random.fork('postings');
  const postings: PastPosting[] = [];
  const outcomes: Outcome[] = [];
  occupationsOfPostings(postingCount, random.fork('occupations')).forEach((occupation, n) => {
    const externalId = `synthetic-posting-${String(n + 1).padStart(3, '0')}`;
    const publishedOn = publicationDay(n, postingCount);
    const terms = termsFor(postingRandom);
    postings.push(
      pastPosting(externalId, writePosting(occupation, terms, postingRandom), occupation, publishedOn),
    );
    const people = candidates
      .filter((candidate) => candidate.occupation === occupation)
      .map(({ record, terms: own }) => ({
        externalId: record.externalId,
        terms: own,
        skills: new Set(record.skills),
      }));
    const opening = {
      postingId: externalId,
      terms: terms.map(({ id }) => id),
      skills: occupation.skills,
      publishedOn,
      positions: 1 + postingRandom.integer(mostPositions),
    };
    outcomes.push(...runFunnel(opening, people, random.fork(`outcomes ${externalId}`)));
  });
  return {
    company: company.name,
    candidates: candidates.map(({ record }) => record),
    selfReports: selfReportsOf(candidates, `${year}-01-02`, random.fork('self-reports')),
    postings,
    outcomes,
    statements: [...statements],
  };
}
