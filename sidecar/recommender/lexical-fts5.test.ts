import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { type Fields, fieldsOf } from './candidate.ts';
import { madeUpCandidates } from './contract.fixture.ts';
import { createLexicalRecommender } from './lexical.ts';
import { fieldWeights } from './lexical-index.ts';
import { termsOf } from './terms.ts';

/** The same terms in an FTS5 table; what is compared is the scoring, not the cutting into words. */
function fts5Scores(candidates: readonly Fields[], terms: readonly string[]): number[] {
  const database = new Database(':memory:');
  try {
    database.exec(
      `CREATE VIRTUAL TABLE pool USING fts5 (headline, body, tokenize = "unicode61 tokenchars '+#.&'")`,
    );
    const insert = database.prepare('INSERT INTO pool (rowid, headline, body) VALUES (?, ?, ?)');
    candidates.forEach(({ headline, body }, row) => {
      insert.run(row + 1, termsOf(headline).join(' '), termsOf(body).join(' '));
    });
    const query = terms.map((term) => `"${term}"`).join(' OR ');
    const found = database
      .prepare<[string], { rowid: number; score: number }>(
        `SELECT rowid, -bm25(pool, ${fieldWeights.headline}, ${fieldWeights.body}) AS score FROM pool WHERE pool MATCH ?`,
      )
      .all(query);
    const scores = candidates.map(() => 0);
    for (const { rowid, score } of found) scores[rowid - 1] = score;
    return scores;
  } finally {
    database.close();
  }
}

describe('BM25 in memory', () => {
  const candidates = [
    ...madeUpCandidates(80),
    { id: 'x', text: 'C++ developer\nC++, C# and Node.js; R&D. Chef chef chef, and chef again.' },
    { id: 'y', text: '' },
  ].map(({ text }) => fieldsOf(text));
  const lexical = createLexicalRecommender(candidates);

  test.each([
    'Chef for a busy kitchen: menu, sauce, banquets and a team',
    'C++ and Node.js developer, R&D',
    'team customers planning reports training shifts quality stock',
    'steel, ledger, classroom',
  ])('equals bm25() of FTS5 within 1e-6: %s', async (text) => {
    const [scores = new Float32Array()] = await lexical.score([text]);
    const expected = fts5Scores(candidates, lexical.queryTerms(text));
    expect(Math.max(...expected)).toBeGreaterThan(0);
    expected.forEach((score, i) => {
      expect(Math.abs((scores[i] ?? 0) - score)).toBeLessThan(1e-6 * Math.max(1, Math.abs(score)));
    });
  });
});
