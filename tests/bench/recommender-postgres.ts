import { parseArgs } from 'node:util';
import { createRandom, type Random } from '../../shared/random.ts';
import { createVectorMatrix, type VectorMatrix } from '../../sidecar/recommender/dense/vector-matrix.ts';
import { connectPostgres, type SqlDatabase } from '../../sidecar/recommender/postgres/sql-database.ts';
import { openVectorTable } from '../../sidecar/recommender/postgres/vector-table.ts';
import { topPositions } from '../../sidecar/recommender/ranking.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';

/**
 * `node --import tsx tests/bench/recommender-postgres.ts --url postgresql://user@127.0.0.1:5432/EMPTY_DATABASE
 * [--size 100000] [--dimensions 256] [--json]`: what candidates cost in PostgreSQL with pgvector, and how many of the 50 best its index
 * finds. Vectors are made up: 2,000 centres, each candidate near two of them. The schema `autorefine` is dropped after.
 */
const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    size: { type: 'string', default: '100000' },
    dimensions: { type: 'string', default: '256' },
    json: { type: 'boolean', default: false },
  },
});
const dimensions = Number(values.dimensions);
const listLength = 50;
const queryCount = 100;
const size = Number(values.size);

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

const normal = (random: Random) => Float32Array.from({ length: dimensions }, () => random.normal());

/** People stand near their trade and a second one, as texts do, rather than evenly on the sphere. */
function maker(random: Random): () => Float32Array {
  const centres = Array.from({ length: 2000 }, () => unit(normal(random)));
  const noise = 0.6 / Math.sqrt(dimensions);
  return () => {
    const [first, second] = [centres[random.integer(2000)], centres[random.integer(2000)]];
    const share = random.next() / 2;
    return unit(
      Float32Array.from(
        { length: dimensions },
        (_, k) => (1 - share) * (first?.[k] ?? 0) + share * (second?.[k] ?? 0) + noise * random.normal(),
      ),
    );
  };
}

async function measure(database: SqlDatabase): Promise<Row[]> {
  const random = createRandom(1);
  const make = maker(random);
  const matrix = createVectorMatrix(size, dimensions);
  const ids = Array.from({ length: size }, (_, i) => `person-${String(i).padStart(9, '0')}`);
  for (let i = 0; i < size; i += 1) matrix.set(i, make());
  const rows: Row[] = [];
  const table = await openVectorTable(database, dimensions);
  let loaded = performance.now();
  const started = loaded;
  await table.synchronise(
    ids.map((id) => ({ id, key: 'bench' })),
    async (positions) => positions.map((position) => matrix.row(position).slice()),
    {
      onProgress: () => {
        loaded = performance.now();
      },
    },
  );
  const label = `pgvector, ${size.toLocaleString('en')} x ${dimensions}`;
  rows.push({ name: `${label}, rows in`, value: (loaded - started) / 1000, unit: 's' });
  rows.push({ name: `${label}, index`, value: (performance.now() - loaded) / 1000, unit: 's' });
  rows.push(await bytesOf(database, 'autorefine.vectors', `${label}, table`));
  rows.push(await bytesOf(database, 'autorefine.vectors_embedding', `${label}, index size`));

  const queries = Array.from({ length: queryCount }, make);
  const found: string[][] = [];
  const nearestTimes = await timesOf(queries, async (query) => {
    const [list = []] = await table.nearest([query], listLength);
    found.push(list.map(({ id }) => id));
  });
  rows.push({ name: `${label}, nearest 50`, unit: 'ms', ...nearestTimes });
  const exact = await timesOf(queries.slice(0, 11), (query) => table.exactScores([query]));
  rows.push({ name: `${label}, everybody exactly`, unit: 'ms', ...exact });
  const recall = recallOf(found, matrix, queries, ids);
  rows.push(
    withGoal({ name: `${label}, recall@50 of exact search`, value: recall, unit: '' }, { atLeast: 0.98 }),
  );
  return rows;
}

async function bytesOf(database: SqlDatabase, relation: string, name: string): Promise<Row> {
  const [row] = await database.transaction((query) =>
    query('SELECT pg_relation_size($1::regclass)::float8 + 0 AS bytes', [relation]),
  );
  return { name, value: (row as { bytes: number }).bytes / 2 ** 20, unit: 'MB' };
}

async function timesOf(queries: readonly Float32Array[], run: (query: Float32Array) => Promise<unknown>) {
  const times: number[] = [];
  for (const query of queries) {
    const start = performance.now();
    await run(query);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { value: at(0.5), spread: [at(0.25), at(0.75)] as const };
}

function recallOf(
  found: readonly string[][],
  matrix: VectorMatrix,
  queries: readonly Float32Array[],
  ids: readonly string[],
): number {
  let hits = 0;
  queries.forEach((query, q) => {
    const [scores = new Float32Array()] = matrix.product([query]);
    const best = new Set(topPositions(scores, listLength, ids).map((i) => ids[i]));
    hits += found[q]?.filter((id) => best.has(id)).length ?? 0;
  });
  return hits / (listLength * queries.length);
}

if (values.url === undefined) {
  console.error('Skipped: --url names no PostgreSQL server with pgvector; its database should be empty.');
} else {
  const database = connectPostgres({ url: values.url });
  try {
    printRows(await measure(database), values.json);
  } finally {
    await database.transaction((query) => query('DROP SCHEMA IF EXISTS autorefine CASCADE'));
    await database.close();
  }
}
