import { editOptions } from '../../shared/edits/edit-options.ts';
import { createRandom } from '../../shared/random.ts';
import { readQualification } from '../../sidecar/qualification/qualification.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { createDenseRecommender } from '../../sidecar/recommender/dense/dense.ts';
import { createMemoryStore, withCache } from '../../sidecar/recommender/dense/embedding-cache.ts';
import {
  createLatentSemanticEmbedder,
  fitLatentSemantic,
} from '../../sidecar/recommender/dense/latent-semantic.ts';
import { generateWorld } from '../../sidecar/sample-company/planted-bias.ts';
import { encode } from '../../sidecar/training-jobs/read-candidates.ts';
import { createActionSpace } from '../../training/actions.ts';
import { createEnvironment } from '../../training/environment.ts';
import { splitCandidates } from '../../training/folds.ts';
import { uniform } from '../../training/span-policy/best-of-n.ts';
import { type Row, withGoal } from './detection-row.ts';

/** Edit evaluations a second with latent-semantic vectors, from the choice to its reward, on fresh variants. */
export async function speedRows(candidates: number): Promise<Row[]> {
  const world = generateWorld({ seed: 1, candidates, postings: 40 });
  const texts = world.candidates.map(({ text }) => text);
  const random = createRandom(1);
  const model = fitLatentSemantic(texts, { dimensions: 256, random, signal: undefined });
  const embedder = withCache(createLatentSemanticEmbedder(model), createMemoryStore(20_000), (text) => text);
  const recommender = await createDenseRecommender(
    world.candidates.map(({ text, occupation }) => fieldsOf(text, occupation)),
    { embedder },
  );
  const taxonomy = loadTaxonomy();
  const readRequirements = createRequirementReader(taxonomy);
  const ids = world.candidates.map(({ externalId }) => externalId);
  const pool = {
    ids,
    clusters: ids,
    qualifications: world.candidates.map((one) => readQualification(taxonomy, one)),
  };
  const environment = createEnvironment({
    recommender,
    pool,
    attributes: [encode('gender', world.gender)],
    members: splitCandidates(pool, 'speed').optimise,
    random,
  });
  let evaluations = 0;
  let milliseconds = 0;
  const used = process.cpuUsage();
  for (const { id, text, findings } of world.postings) {
    const space = createActionSpace(text, editOptions(text, findings));
    const episode = await environment.open({ id, requirements: readRequirements(text), space });
    if (episode === undefined) continue;
    const choices = Array.from({ length: 64 }, () => uniform(space, random));
    const start = performance.now();
    await episode.score(choices);
    milliseconds += performance.now() - start;
    evaluations += episode.evaluations;
  }
  const processor = process.cpuUsage(used);
  return [
    withGoal(
      {
        name: `edit evaluations, ${candidates} candidates`,
        value: Math.round((1000 * evaluations) / milliseconds),
        unit: '/s',
        note: `${((processor.user + processor.system) / 1e3 / evaluations).toFixed(2)} ms of processor each, opening included`,
      },
      { atLeast: 2000 },
    ),
  ];
}
