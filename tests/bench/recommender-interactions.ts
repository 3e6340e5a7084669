import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import {
  gradesOf,
  groupOutcomes,
  type PastInteractions,
} from '../../sidecar/recommender/interactions/past-interactions.ts';
import { generateSampleCompany } from '../../sidecar/sample-company/generate.ts';
import type { Recommender } from '../../training/recommender.ts';
import type { Row } from './detection-row.ts';

/** Learned from every other posting of a synthetic company with many, judged on the rest. */
const postings = 120;

/**
 * How well the order of the list tells who applied from everyone else, on postings that were not learned from: the
 * chance that somebody who applied stands before somebody who did not (area under the curve), mean over postings.
 */
export async function interactionRows(): Promise<Row[]> {
  const company = generateSampleCompany({ seed: 1, postings });
  const past = groupOutcomes(company.postings, company.outcomes);
  const candidates = company.candidates.map(({ externalId, ...record }) => ({ ...record, id: externalId }));
  const nothing = { occupations: new Set<string>(), skills: new Set<string>(), licences: new Set<string>() };
  const rows: Row[] = [];
  for (const kind of ['embedded', 'interactions'] as const) {
    const { recommender } = await createRecommender({
      candidates,
      qualifications: candidates.map(() => nothing),
      choice: { kind },
      past: past.filter((_, i) => i % 2 === 0),
      seed: 1,
    });
    const held = past.filter((_, i) => i % 2 === 1);
    const areas = await Promise.all(held.map((posting) => areaOf(recommender, candidates, posting)));
    rows.push({
      name: `${kind}, synthetic applicants before others`,
      value: areas.reduce((sum, area) => sum + area, 0) / areas.length,
      unit: '',
      note: `area under the curve, ${held.length} postings not learned from`,
    });
  }
  return rows;
}

async function areaOf(
  recommender: Recommender,
  candidates: readonly { id: string }[],
  posting: PastInteractions,
): Promise<number> {
  const [scores = new Float32Array()] = await recommender.score([posting.text]);
  const grades = gradesOf(posting);
  const applied = (i: number) => (grades.get(candidates[i]?.id ?? '') ?? 0) > 0;
  const order = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let others = 0;
  let before = 0;
  for (const i of order) {
    if (applied(i)) before += others;
    else others += 1;
  }
  return before / (others * (order.length - others));
}
