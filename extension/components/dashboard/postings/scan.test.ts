import { describe, expect, test } from 'vitest';
import type { Posting } from '../../../../shared/protocol/posting.ts';
import { finding } from '../../page.fixture.ts';
import type { ScannedPosting, ScanSurroundings } from './scan.ts';
import { scanPostings } from './scan.ts';

const mapping = { text: 'body', title: 'job', pay: 'salary' };
const signal = new AbortController().signal;

/** A clock that moves by `step` milliseconds each time it is read. */
const surroundings = (step: number, overrides: Partial<ScanSurroundings> = {}): ScanSurroundings => {
  let time = 0;
  return {
    checkPosting: () => ({
      labels: [],
      score: { value: 90, losses: [] },
      findings: [
        finding({ severity: 'coded' }),
        finding({ category: 'legal', start: 0, end: 0, text: '' }),
        finding({ requirementQuestion: true }),
      ],
    }),
    isEnglish: (text) => !text.startsWith('Wir'),
    now: () => {
      time += step;
      return time;
    },
    pause: async () => undefined,
    ...overrides,
  };
};
const scanAll = async (rows: Record<string, string>[], around = surroundings(1)) => {
  const all: ScannedPosting[] = [];
  await scanPostings(rows, mapping, around, (fresh) => all.push(...fresh), signal);
  return all;
};

describe('scanPostings', () => {
  test('reads the mapped columns and counts what was found', async () => {
    const postings: Posting[] = [];
    const around = surroundings(1);
    const [only] = await scanAll([{ job: 'Nurse', body: ' Care. ', salary: '$50' }], {
      ...around,
      checkPosting: (posting) => {
        postings.push(posting);
        return around.checkPosting(posting);
      },
    });
    expect(postings).toEqual([{ id: '1', title: 'Nurse', sections: [{ text: 'Care.' }], pay: '$50' }]);
    expect(only).toMatchObject({ score: 90, categories: ['age'], questions: 1, legal: 1 });
    expect(only?.bySeverity).toEqual({ style: 0, coded: 1, exclusionary: 0, 'unlawful-risk': 0 });
  });

  test('a text in another language, or none, has no score', async () => {
    const scanned = await scanAll([{ body: 'Wir suchen' }, { job: 'Nurse' }]);
    expect(scanned.map((posting) => posting.score)).toEqual([undefined, undefined]);
  });

  test('pauses as time passes and loses no row', async () => {
    let pauses = 0;
    const rows = Array.from({ length: 40 }, (_, i) => ({ body: `Text ${i}` }));
    const pause = async () => {
      pauses += 1;
    };
    const scanned = await scanAll(rows, surroundings(10, { pause }));
    expect(scanned.map((posting) => posting.index)).toEqual([...rows.keys()]);
    expect(pauses).toBe(20);
  });

  test('stops at the next row when it is cancelled', async () => {
    const controller = new AbortController();
    const rows = Array.from({ length: 10 }, () => ({ body: 'Text' }));
    const pause = async () => controller.abort(new Error('cancelled'));
    const seen: number[] = [];
    const run = scanPostings(
      rows,
      mapping,
      surroundings(500, { pause }),
      (_, done) => seen.push(done),
      controller.signal,
    );
    await expect(run).rejects.toThrow('cancelled');
    expect(seen).toEqual([1]);
  });
});
