import { createRandom } from '../../../shared/random.ts';
import { fieldsOf } from '../candidate.ts';
import { describeRecommender } from '../contract.fixture.ts';
import { createDenseRecommender } from './dense.ts';
import { createLatentSemanticEmbedder, fitLatentSemantic } from './latent-semantic.ts';

describeRecommender('dense with latent-semantic vectors', async (candidates) => {
  const texts = candidates.map(({ text }) => text);
  const model = fitLatentSemantic(texts, { dimensions: 16, random: createRandom(3) });
  return createDenseRecommender(
    candidates.map(({ text }) => fieldsOf(text)),
    { embedder: createLatentSemanticEmbedder(model) },
  );
});
