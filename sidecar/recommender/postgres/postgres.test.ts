import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../../shared/random.ts';
import { fieldsOf, type RankedCandidate } from '../candidate.ts';
import { describeRecommender, madeUpCandidates } from '../contract.fixture.ts';
import { createLatentSemanticEmbedder, fitLatentSemantic } from '../dense/latent-semantic.ts';
import { createVectorMatrix } from '../dense/vector-matrix.ts';
import { topPositions } from '../ranking.ts';
import { openTestDatabase } from './database.fixture.ts';
import { createPostgresRecommender } from './postgres.ts';
import type { SqlDatabase } from './sql-database.ts';
import { openVectorTable } from './vector-table.ts';

let database: SqlDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

const rowsOf = (sql: string) => database.transaction((query) => query(sql));

const dimensions = 16;
async function create(candidates: readonly RankedCandidate[], depth?: number, asked: string[][] = []) {
  const model = fitLatentSemantic(
    madeUpCandidates(60).map(({ text }) => text),
    { dimensions, random: createRandom(3) },
  );
  const embedder = createLatentSemanticEmbedder(model);
  return createPostgresRecommender({
    database,
    candidateIds: candidates.map(({ id }) => id),
    fields: candidates.map(({ text }) => fieldsOf(text)),
    embedder: {
      ...embedder,
      embed: (texts, signal) => {
        asked.push([...texts]);
        return embedder.embed(texts, signal);
      },
    },
    modelKey: 'fit of a test',
    depth,
  });
}

describeRecommender('postgres, exact', (candidates) => create(candidates));
describeRecommender('postgres, by nearest', (candidates) => create(candidates, 60));

describe('createPostgresRecommender', () => {
  const candidates = madeUpCandidates(30);

  test('embeds what changed and forgets who is gone', async () => {
    await create(candidates);
    const asked: string[][] = [];
    const [first, ...others] = candidates;
    const changed = [...others.slice(1), { id: first?.id ?? '', text: 'Baker\nBread, rolls and cakes.' }];
    const recommender = await create(changed, undefined, asked);
    expect(asked).toEqual([['Baker', 'Bread, rolls and cakes.']]);
    expect(recommender.size).toBe(29);
    expect(await rowsOf('SELECT id FROM autorefine.vectors')).toHaveLength(29);
  });

  test('who is not among the nearest comes last', async () => {
    const [scores = new Float32Array()] = await (await create(candidates, 5)).score(['Chef\nkitchen']);
    expect([...scores].filter((score) => score === -2)).toHaveLength(25);
    expect(topPositions(scores, 5, []).every((i) => (scores[i] ?? 0) > 0)).toBe(true);
  });

  test('a person who is erased is in the table no longer', async () => {
    await create(candidates);
    await (await openVectorTable(database, dimensions)).forget(['candidate-3']);
    const rows = await rowsOf('SELECT id FROM autorefine.vectors');
    expect(rows).not.toContainEqual({ id: 'candidate-3' });
    expect(rows).toHaveLength(29);
  });

  test('a table of other vectors is refused with the mend', async () => {
    await create(candidates);
    await expect(openVectorTable(database, 8)).rejects.toThrow(/holds vectors of 16 values, not 8.*drop/);
  });
});

describe('the index', () => {
  test('finds at least .98 of the 50 best of an exact search', async () => {
    const size = 2000;
    const random = createRandom(6);
    const normal = () => Float32Array.from({ length: dimensions }, () => random.normal());
    const vectors = Array.from({ length: size }, () => unit(normal()));
    const table = await openVectorTable(database, dimensions);
    const keyed = vectors.map((_, i) => ({ id: `person-${String(i).padStart(5, '0')}`, key: 'k' }));
    await table.synchronise(keyed, async (positions) => positions.map((i) => vectors[i] ?? normal()));

    const queries = Array.from({ length: 20 }, () => unit(normal()));
    const matrix = createVectorMatrix(size, dimensions);
    vectors.forEach((vector, i) => {
      matrix.set(i, vector);
    });
    const ids = keyed.map(({ id }) => id);
    const truth = matrix.product(queries).map((scores) => topPositions(scores, 50, ids).map((i) => ids[i]));
    const found = await table.nearest(queries, 50);
    const hits = found.map((list, q) => list.filter(({ id }) => truth[q]?.includes(id)).length);
    expect(hits.reduce((sum, hit) => sum + hit) / (50 * queries.length)).toBeGreaterThanOrEqual(0.98);
    const plan = await rowsOf(
      `EXPLAIN SELECT id FROM autorefine.vectors ORDER BY embedding <#> '[${queries[0]?.join()}]'::halfvec LIMIT 50`,
    );
    expect(JSON.stringify(plan)).toContain('vectors_embedding');
  });
});

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
