import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { collectReport } from './collect-report.ts';
import { csvCell, csvTables, renderCsv } from './csv.ts';
import { exampleSource } from './example-source.fixture.ts';
import { renderHtml } from './html/render-html.ts';
import { NoBrowserError, printPdf } from './pdf.ts';
import { renderReport } from './render-report.ts';
import type { ReportSource } from './report-source.ts';
import { texts } from './texts.ts';

const reportOf = (source: ReportSource = exampleSource(), madeOn = '2026-01-05') =>
  collectReport(source, { madeOn });

const emptySource: ReportSource = {
  ...exampleSource({ synthetic: false }),
  attributes: () => [],
  applications: () => [],
  postings: () => [],
  decisions: () => [],
  rewrites: () => ({ postings: 0, refused: [] }),
  matchList: () => [],
  promotions: () => [],
  requirements: () => [],
  imports: () => [],
};

describe('HTML', () => {
  test('two runs differ in the date alone', () => {
    const first = renderHtml(reportOf());
    expect(renderHtml(reportOf())).toBe(first);
    const later = renderHtml(reportOf(exampleSource(), '2026-02-06'));
    expect(later.replaceAll('2026-02-06', '2026-01-05')).toBe(first);
  });

  test.each([
    ['the example', exampleSource()],
    ['nothing recorded', emptySource],
  ])('%s: axe finds nothing, every chart has a table, nothing is loaded or run', async (_, source) => {
    const html = renderHtml(reportOf(source));
    const dom = new JSDOM(html, { runScripts: 'outside-only' });
    dom.window.eval(axe.source);
    const run = dom.window.eval('axe.run') as typeof axe.run;
    // jsdom has no layout, so contrast is judged in a real browser.
    const { violations } = await run(dom.window.document, {
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map((violation) => violation.id)).toEqual([]);
    const { document } = dom.window;
    expect(document.querySelectorAll('script, link, img, iframe')).toHaveLength(0);
    expect(html).not.toMatch(/url\((?!#)|@import|src=/);
    for (const figure of document.querySelectorAll('figure')) {
      expect(figure.querySelector('svg title')?.textContent).toBeTruthy();
      expect(figure.querySelector('svg desc')?.textContent).toBeTruthy();
      expect(figure.nextElementSibling?.querySelector('table')).toBeTruthy();
    }
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a recommender that learned from past choices stands beside the one it re-ranks, where there is one', () => {
    expect(renderHtml(reportOf())).toContain('interactions over hybrid');
    const without = renderHtml(reportOf({ ...exampleSource(), learnedGaps: () => [] }));
    expect(without).not.toContain(texts.matchList.learned.caption);
  });

  test('page one says where no evidence rests on too few people, by the widest gap', () => {
    const { headlines } = reportOf(exampleSource({ applicants: 900, hireRatio: 0.9 }));
    const answer = headlines.find(({ topic, attribute }) => topic === 'selection' && attribute === 'sex');
    expect(answer).toMatchObject({ answer: texts.answers.unsure, tone: 'open' });
    expect(answer?.sentences[0]).toMatch(/"woman".*in about \d+ of 100 cases\.$/);
    const many = reportOf(exampleSource({ applicants: 60_000, hireRatio: 1 })).headlines;
    expect(many.find(({ topic, attribute }) => topic === 'selection' && attribute === 'sex')).toMatchObject({
      answer: texts.answers['no evidence of a difference'],
      tone: 'quiet',
    });
  });

  test('page one answers with words, a figure and how sure it is', () => {
    const { document } = new JSDOM(renderHtml(reportOf())).window;
    const answer = document.querySelector('.page-one .answer')?.textContent ?? '';
    expect(answer).toContain('Selection by sex (applied to hired)');
    expect(answer).toContain('Evidence of a difference');
    expect(answer).toMatch(/95 % interval .*p\s(<|=)\s\.\d/);
  });

  test('the synthetic sample is called so, a real company is not', () => {
    expect(renderHtml(reportOf())).toContain(texts.syntheticBanner);
    expect(renderHtml(reportOf(exampleSource({ synthetic: false })))).not.toContain(texts.syntheticBanner);
  });

  test('names from outside stay text', () => {
    const base = exampleSource();
    const html = renderHtml(
      reportOf({
        ...base,
        applications: () =>
          [...base.applications({}, ['sex', 'ethnicity'])].map((row) => ({
            ...row,
            groups: [
              row.groups[0] === 'man' ? '<img src=x onerror=alert(1)>' : (row.groups[0] ?? null),
              null,
            ],
          })),
      }),
    );
    const { document } = new JSDOM(html).window;
    expect(document.querySelector('img')).toBeNull();
    expect(document.body.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  test('100,000 applications take no more work than their groups', () => {
    const rows = [...exampleSource({ applicants: 100_000 }).applications({}, ['sex', 'ethnicity'])];
    const data = reportOf({ ...exampleSource(), applications: () => rows });
    expect(renderHtml(data).length).toBeLessThan(200_000);
  });
});

describe('CSV', () => {
  test('text that a spreadsheet would run stays text, numbers stay numbers', () => {
    for (const text of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx']) {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    }
    expect(csvCell(-1.5)).toBe('-1.5');
    expect(csvCell('a "b", c')).toBe('"a ""b"", c"');
    expect(csvCell(null)).toBe('');
  });

  test('every table is tidy: each line has as many cells as the header', () => {
    const data = reportOf();
    for (const table of csvTables) {
      const lines = renderCsv(data, table).trimEnd().split('\r\n');
      const cells = lines.map((line) => line.replaceAll(/"(?:[^"]|"")*"/g, '').split(',').length);
      expect(new Set(cells).size, table).toBe(1);
      expect(lines.length, table).toBeGreaterThan(1);
    }
  });
});

describe('forms', () => {
  test('JSON is the report data', async () => {
    const data = reportOf();
    const [{ body }] = await renderReport(data, 'json');
    expect(JSON.parse(String(body))).toEqual(data);
  });

  test('CSV is a file a table, the selection table first', async () => {
    const files = await renderReport(reportOf(), 'csv');
    expect(files.map((file) => file.part)).toEqual([undefined, ...csvTables.slice(1)]);
  });

  test('a PDF without a browser says what to install; a browser that fails is named', async () => {
    await expect(printPdf('<p>', '2026-01-05', undefined)).rejects.toThrow(/Install Chromium/);
    const broken = { name: 'Broken', path: '/nonexistent/browser', loadsUnpackedExtensions: true };
    await expect(printPdf('<p>', '2026-01-05', broken)).rejects.toThrow(NoBrowserError);
  });
});
