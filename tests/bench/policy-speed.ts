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
import { type Choice, createActionSpace } from '../../training/actions.ts';
import { createEnvironment } from '../../training/environment.ts';
import { splitCandidates } from '../../training/folds.ts';
import type { Recommender } from '../../training/recommender.ts';
import { uniform } from '../../training/span-policy/best-of-n.ts';
import { type Row, withGoal } from './detection-row.ts';

/**
 * Edit evaluations a second with latent-semantic vectors, from the choice to its reward, on fresh variants, beside full
 * recomputation: every variant embedded whole and scored alone.
 */
export async function speedRows(candidates: number): Promise<Row[]> {
  const world = generateWorld({ seed: 1, candidates, postings: 40 });
  const texts = world.candidates.map(({ text }) => text);
  const random = createRandom(1);
  const model = fitLatentSemantic(texts, { dimensions: 256, random, signal: undefined });
  const whole = createLatentSemanticEmbedder(model);
  const cached = withCache(whole, createMemoryStore(20_000), (text) => text);
  const fields = world.candidates.map(({ text, occupation }) => fieldsOf(text, occupation));
  const taxonomy = loadTaxonomy();
  const readRequirements = createRequirementReader(taxonomy);
  const ids = world.candidates.map(({ externalId }) => externalId);
  const pool = {
    ids,
    clusters: ids,
    qualifications: world.candidates.map((one) => readQualification(taxonomy, one)),
  };
  const measure = async (
    recommender: Recommender,
    postings: typeof world.postings,
    batchesOf: (choices: Choice[]) => Choice[][],
  ) => {
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
    for (const { id, text, findings } of postings) {
      const space = createActionSpace(text, editOptions(text, findings));
      const episode = await environment.open({ id, requirements: readRequirements(text), space });
      if (episode === undefined) continue;
      const choices = Array.from({ length: 64 }, () => uniform(space, random));
      const start = performance.now();
      for (const batch of batchesOf(choices)) await episode.score(batch);
      milliseconds += performance.now() - start;
      evaluations += episode.evaluations;
    }
    const { user, system } = process.cpuUsage(used);
    return {
      perSecond: Math.round((1000 * evaluations) / milliseconds),
      processor: (user + system) / 1e3 / evaluations,
    };
  };
  const ours = await measure(
    await createDenseRecommender(fields, { embedder: cached }),
    world.postings,
    (choices) => [choices],
  );
  const recomputed = await measure(
    await createDenseRecommender(fields, { embedder: whole }),
    world.postings.slice(0, 10),
    (choices) => choices.map((choice) => [choice]),
  );
  return [
    withGoal(
      {
        name: `edit evaluations, ${candidates} candidates`,
        value: ours.perSecond,
        unit: '/s',
        rival: { name: 'full recomputation /s', value: recomputed.perSecond },
        ratio: ours.perSecond / recomputed.perSecond,
        note: `${ours.processor.toFixed(2)} and ${recomputed.processor.toFixed(2)} ms of processor each, opening included`,
      },
      { atLeast: 2000 },
    ),
  ];
}
