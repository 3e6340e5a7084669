import { createRandom } from '../../shared/random.ts';
import { createRedactor } from '../../sidecar/qualification/redaction.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { type Fields, fieldsOf } from '../../sidecar/recommender/candidate.ts';
import { createDenseRecommender } from '../../sidecar/recommender/dense/dense.ts';
import {
  createLatentSemanticEmbedder,
  fitLatentSemantic,
} from '../../sidecar/recommender/dense/latent-semantic.ts';
import { fuseByRank } from '../../sidecar/recommender/hybrid.ts';
import { createLexicalRecommender } from '../../sidecar/recommender/lexical.ts';
import { topPositions } from '../../sidecar/recommender/ranking.ts';
import type { Recommender } from '../../training/recommender.ts';
import { type Row, withGoal } from './detection-row.ts';
import { type Resume, readPostings } from './recommender-data.ts';

const depth = 10;

/** A query and the category of resumes that answer it. */
interface Query {
  readonly text: string;
  readonly category: string;
}

/**
 * Categories by what a posting's title says; only titles that speak of one category count. Fixed before any score was
 * seen.
 */
const titleWords: Readonly<Record<string, RegExp>> = {
  ACCOUNTANT: /\b(?:accountant|accounting|bookkeeper|accounts (?:payable|receivable)|auditor|tax)\b/i,
  AGRICULTURE: /\b(?:farm|agricultur\w+|crop|agronom\w+)\b/i,
  AUTOMOBILE: /\b(?:automotive|auto (?:mechanic|technician|body)|vehicle technician)\b/i,
  AVIATION: /\b(?:aviation|aircraft|pilot|flight)\b/i,
  BANKING: /\b(?:bank(?:er|ing)?|teller|loan officer|mortgage)\b/i,
  'BUSINESS-DEVELOPMENT': /\bbusiness development\b/i,
  CHEF: /\b(?:chef|cook|culinary|kitchen)\b/i,
  CONSTRUCTION: /\b(?:construction|carpenter|superintendent|foreman|estimator)\b/i,
  DESIGNER: /\bdesigner\b/i,
  'DIGITAL-MEDIA': /\b(?:digital|social media|seo)\b/i,
  ENGINEERING: /\b(?:mechanical|electrical|civil|process|manufacturing|design|quality) engineer\b/i,
  FINANCE: /\b(?:financial analyst|finance|controller|financial reporting)\b/i,
  FITNESS: /\b(?:fitness|personal trainer|wellness)\b/i,
  HEALTHCARE: /\b(?:nurse|rn|lpn|medical|clinical|patient|pharmac\w+|therapist|health ?care|nursing)\b/i,
  HR: /\b(?:hr|human resources|recruiter|benefits)\b/i,
  'INFORMATION-TECHNOLOGY':
    /\b(?:it|information technology|systems? administrator|network|help ?desk|desktop support|information security)\b/i,
  'PUBLIC-RELATIONS': /\b(?:public relations|communications (?:manager|specialist))\b/i,
  SALES: /\bsales\b/i,
  TEACHER: /\b(?:teacher|instructor|tutor)\b/i,
};

function occupationQueries(resumes: readonly Resume[]): Query[] {
  const categories = [...new Set(resumes.map(({ category }) => category))].sort();
  return categories.map((category) => ({ category, text: category.toLowerCase().replaceAll('-', ' ') }));
}

function postingQueries(count: number): Query[] {
  const queries = readPostings().flatMap(({ title, text }) => {
    const named = Object.entries(titleWords).filter(([, words]) => words.test(title));
    const category = named.length === 1 ? named[0]?.[0] : undefined;
    return category === undefined ? [] : [{ category, text }];
  });
  return createRandom(1).shuffle(queries).slice(0, count);
}

/** Precision at 10 and nDCG at 10 of every query, relevance being the same category. */
async function judge(recommender: Recommender, resumes: readonly Resume[], queries: readonly Query[]) {
  const ids = resumes.map(({ id }) => id);
  const ideal = Array.from({ length: depth }, (_, i) => 1 / Math.log2(i + 2)).reduce(
    (sum, gain) => sum + gain,
  );
  const precision: number[] = [];
  const ndcg: number[] = [];
  for (const { text, category } of queries) {
    const [scores = new Float32Array()] = await recommender.score([text]);
    const hits = topPositions(scores, depth, ids).map((i) => (resumes[i]?.category === category ? 1 : 0));
    precision.push(hits.reduce<number>((sum, hit) => sum + hit, 0) / depth);
    ndcg.push(hits.reduce<number>((sum, hit, i) => sum + hit / Math.log2(i + 2), 0) / ideal);
  }
  return { precision, ndcg };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** 95 % percentile bootstrap of the mean over queries. */
function interval(values: readonly number[]): [number, number] {
  const random = createRandom(2);
  const means = Array.from({ length: 2000 }, () =>
    mean(values.map(() => values[random.integer(values.length)] ?? 0)),
  );
  means.sort((a, b) => a - b);
  return [means[50] ?? 0, means[1949] ?? 0];
}

async function parts(fields: readonly Fields[], texts: readonly string[], dimensions: number) {
  const model = fitLatentSemantic(texts, { dimensions, random: createRandom(1) });
  const dense = await createDenseRecommender(fields, { embedder: createLatentSemanticEmbedder(model) });
  const lexical = createLexicalRecommender(fields);
  return { lexical, dense, hybrid: fuseByRank(lexical, dense) };
}

const goals = { lexical: undefined, dense: 0.75, hybrid: 0.8 } as const;

/** Relevance on the development resumes as a pool: occupation names and real postings as queries. */
export async function relevanceRows(resumes: readonly Resume[], quick: boolean): Promise<Row[]> {
  const redact = createRedactor(loadTaxonomy());
  const texts = resumes.map(({ text }) => redact(text));
  const fields = texts.map((text) => fieldsOf(text));
  const firstLine = (text: string) =>
    text
      .trim()
      .split('\n')[0]
      ?.trim()
      .replace(/[ \t]{2,}/g, ' ');
  const taken = resumes.filter(({ text }, i) => firstLine(text) !== firstLine(texts[i] ?? '')).length;
  const rows: Row[] = [
    { name: 'headlines taken for a name by redaction', value: taken, unit: `of ${resumes.length}` },
  ];
  const measure = async (
    label: string,
    recommender: Recommender,
    queries: readonly Query[],
    goal?: number,
  ) => {
    const { precision, ndcg } = await judge(recommender, resumes, queries);
    const row: Row = {
      name: `${label}, precision@10`,
      value: mean(precision),
      unit: '',
      spread: interval(precision),
    };
    rows.push(goal === undefined ? row : withGoal(row, { atLeast: goal }));
    rows.push({ name: `${label}, nDCG@10`, value: mean(ndcg), unit: '', spread: interval(ndcg) });
  };

  const names = occupationQueries(resumes);
  const postings = postingQueries(200);
  const shipped = await parts(fields, texts, 256);
  for (const part of ['lexical', 'dense', 'hybrid'] as const) {
    await measure(`${part}, ${names.length} occupation names`, shipped[part], names, goals[part]);
    await measure(`${part}, ${postings.length} real postings`, shipped[part], postings);
  }
  if (quick) return rows;

  const flat = texts.map((body) => ({ headline: '', body }));
  const unweighted = await parts(flat, texts, 256);
  const wide = await parts(fields, texts, 384);
  for (const part of ['lexical', 'dense', 'hybrid'] as const) {
    await measure(`${part} without headline, occupation names`, unweighted[part], names);
    await measure(`${part} without headline, real postings`, unweighted[part], postings);
  }
  await measure('dense 384-d, occupation names', wide.dense, names);
  await measure('dense 384-d, real postings', wide.dense, postings);
  return rows;
}
