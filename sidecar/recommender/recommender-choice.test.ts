import { describe, expect, test } from 'vitest';
import { readRecommenderChoice } from './recommender-choice.ts';

describe('readRecommenderChoice', () => {
  test('reads each kind', () => {
    const url = 'http://127.0.0.1:8080/rank';
    expect(readRecommenderChoice({ recommender: 'embedded' })).toEqual({ kind: 'embedded' });
    expect(readRecommenderChoice({ recommender: 'external', url, token: undefined })).toEqual({
      kind: 'external',
      url,
      allowOtherHost: false,
    });
    expect(
      readRecommenderChoice({
        recommender: 'postgres',
        url: 'postgresql://me@db.example/pool',
        allowOtherHost: true,
      }),
    ).toMatchObject({ kind: 'postgres', allowOtherHost: true });
  });

  test.each([
    [
      { recommender: 'best' },
      /"best" is unknown; use embedded, lexical, dense, interactions, ollama, external, postgres/,
    ],
    [{ recommender: 'external' }, /"external".*url: an address such as/],
    [{ recommender: 'external', url: 'ftp://127.0.0.1' }, /url: an address such as/],
    [{ recommender: 'postgres', url: 'http://127.0.0.1' }, /url: a connection string such as/],
    [{ recommender: 'embedded', url: 'http://127.0.0.1' }, /"embedded" cannot.*url/],
  ])('%j is refused with the mend', (options, message) => {
    expect(() => readRecommenderChoice(options)).toThrow(message);
  });
});
