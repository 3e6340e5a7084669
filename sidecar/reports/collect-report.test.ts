import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type ReportData, reportDataSchema } from '../../shared/protocol/report.ts';
import { createRandom } from '../../shared/random.ts';
import { collectReport } from './collect-report.ts';
import { exampleSource } from './example-source.fixture.ts';
import type { ApplicantCount, ApplicationCount, ReportSource } from './report-source.ts';

const madeOn = '2026-01-05';

/** A company with these applications and nothing else. */
function sourceOf(rows: readonly ApplicationCount[], attributes = ['sex', 'ethnicity']): ReportSource {
  return {
    ...exampleSource(),
    attributes: () => attributes,
    applications: () => rows,
    postings: () => [],
    matchList: () => [],
    promotions: () => [],
    requirements: () => [],
  };
}

const people = (
  count: number,
  sex: string | null,
  furthest: ApplicationCount['furthest'],
  postingId = 'p1',
): ApplicationCount => ({ postingId, month: '2025-03', groups: [sex, null], furthest, people: count });

const sexSection = (data: ReportData) => data.selection.find((section) => section.attribute === 'sex');

describe('collectReport', () => {
  test('obeys its own schema, which is published', () => {
    const data = collectReport(exampleSource(), { madeOn });
    expect(reportDataSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
    const published = new URL('../../docs/report.schema.json', import.meta.url);
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(z.toJSONSchema(reportDataSchema));
  });

  test('its totals are those of the source', () => {
    const rows = [...exampleSource().applications({}, ['sex', 'ethnicity'])];
    const data = collectReport(exampleSource(), { madeOn });
    const applied = rows.filter((row) => row.furthest !== 'seen').length;
    const hired = rows.filter((row) => row.furthest === 'hired').length;
    expect(data.about).toMatchObject({ applications: applied, selected: hired });
    expect(sexSection(data)?.total).toEqual({ n: applied, selected: hired });
  });

  test('a department narrows every figure, an unknown attribute is refused with the good ones', () => {
    const data = collectReport(exampleSource(), { madeOn, department: 'Sales', attributes: ['sex'] });
    const whole = collectReport(exampleSource(), { madeOn });
    expect(data.about.applications).toBeLessThan(whole.about.applications ?? 0);
    expect(data.about.attributes).toEqual(['sex']);
    expect(() => collectReport(exampleSource(), { madeOn, attributes: ['shoe size'] })).toThrow(
      'nobody reported "shoe size"; the attributes reported are "sex", "ethnicity"',
    );
  });

  test('stages nobody stopped at are left out', () => {
    const data = collectReport(
      sourceOf([
        people(100, 'man', 'applied'),
        people(40, 'man', 'hired'),
        people(90, 'woman', 'applied'),
        people(30, 'woman', 'hired'),
      ]),
      { madeOn },
    );
    expect(data.funnel[0]?.stages).toEqual(['applied', 'hired']);
  });

  test('nothing recorded gives an empty report that says so', () => {
    const data = collectReport(sourceOf([], []), { madeOn });
    expect(data).toMatchObject({ headlines: [], selection: [], funnel: [], trend: [] });
    expect(data.warnings).toHaveLength(1);
  });

  test('a gap within no requisition is no evidence, although everybody together shows one', () => {
    const rows = [
      people(320, 'man', 'applied', 'p1'),
      people(480, 'man', 'hired', 'p1'),
      people(34, 'woman', 'applied', 'p1'),
      people(66, 'woman', 'hired', 'p1'),
      people(180, 'man', 'applied', 'p2'),
      people(20, 'man', 'hired', 'p2'),
      people(792, 'woman', 'applied', 'p2'),
      people(108, 'woman', 'hired', 'p2'),
    ];
    const section = sexSection(collectReport(sourceOf(rows), { madeOn }));
    const woman = section?.rows.find((row) => row.group === 'woman');
    expect(section?.basis).toBe('strata');
    expect(woman).toMatchObject({ verdict: 'no evidence of a difference', pooledDisagrees: true });
    expect(section?.notes.some((note) => note.startsWith('Caution'))).toBe(true);
  });

  test('whoever applied several times is drawn as one person, and doubt that follows is said', () => {
    // Twenty people of each group apply fifty times each: few people, and many applications that are alike.
    const everyone = (sex: string, hired: number): ApplicantCount[] => [
      { groups: [sex, null], furthest: Array(50).fill('hired'), people: hired },
      { groups: [sex, null], furthest: Array(50).fill('applied'), people: 20 - hired },
    ];
    const applicants = [...everyone('man', 8), ...everyone('woman', 5)];
    const rows = applicants.map(({ groups, furthest, people: count }) =>
      people(count * 50, groups[0] ?? null, furthest[0] ?? 'applied'),
    );
    const source = { ...sourceOf(rows), applicants: () => applicants };
    const section = sexSection(collectReport(source, { madeOn }));
    const woman = section?.rows.find((row) => row.group === 'woman');
    expect(woman).toMatchObject({ verdict: 'evidence of a difference', n: 1000, selected: 250 });
    expect(woman?.byPerson?.p).toBeGreaterThan(0.05);
    expect(woman?.byPerson?.interval?.upper).toBeGreaterThan(1);
    expect(section?.notes.filter((note) => note.includes('by person'))).toHaveLength(1);
    expect(section?.notes.some((note) => note.includes('applied more than once'))).toBe(true);
    const once = sexSection(collectReport(sourceOf(rows), { madeOn }));
    expect(once?.rows.every((row) => row.byPerson === null)).toBe(true);
  });

  test('fewer than 5 of many is evidence without its count', () => {
    const rows = [
      people(700, 'man', 'applied'),
      people(300, 'man', 'hired'),
      people(198, 'woman', 'applied'),
      people(2, 'woman', 'hired'),
      people(60, null, 'applied'),
      people(20, null, 'hired'),
    ];
    const section = sexSection(collectReport(sourceOf(rows), { madeOn }));
    expect(section?.rows.find((row) => row.group === 'woman')).toMatchObject({
      n: 200,
      selected: null,
      small: true,
      impactRatio: null,
      verdict: 'evidence of a difference',
    });
    expect(section?.unknown).toBe(80);
  });

  test('the words of a hidden row do not depend on the hidden count', () => {
    const rowFor = (hired: number) => {
      const rows = [
        people(700, 'man', 'applied'),
        people(300, 'man', 'hired'),
        people(200 - hired, 'woman', 'applied'),
        people(hired, 'woman', 'hired'),
        people(60, null, 'applied'),
        people(20, null, 'hired'),
      ];
      return sexSection(collectReport(sourceOf(rows), { madeOn }))?.rows.find((row) => row.group === 'woman');
    };
    for (const hired of [1, 2, 3, 4]) expect(rowFor(hired)).toEqual(rowFor(0));
  });

  test('no hidden count stands anywhere in 200 random reports', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = createRandom(seed);
      const rows = ['man', 'woman', 'other', null].flatMap((sex) =>
        (['applied', 'interviewed', 'hired'] as const).map((stage) =>
          people(random.integer(sex === 'other' ? 4 : 60), sex, stage, `p${random.integer(2)}`),
        ),
      );
      const data = collectReport(sourceOf(rows), { madeOn });
      const counts = [
        ...data.funnel.flatMap((section) => [
          ...section.totals,
          ...section.rows.flatMap((row) => row.reached),
        ]),
        ...data.selection.flatMap((section) => section.rows.flatMap((row) => [row.n, row.selected])),
      ];
      for (const count of counts) if (count !== null) expect(count).toBeGreaterThanOrEqual(5);
      for (const section of data.selection) {
        for (const row of section.rows.filter((one) => one.selected === null)) {
          expect(row).toMatchObject({
            selectionRate: null,
            wilson: null,
            impactRatio: null,
            koopman: null,
            p: null,
            shortfall: null,
          });
        }
      }
    }
  });

  test('warns of an earlier report on nearly the same people, and of many unknown', () => {
    const base = exampleSource();
    const applications = collectReport(base, { madeOn }).about.applications ?? 0;
    const near = { ...base, earlierReports: () => [{ madeOn: '2025-12-01', people: applications - 3 }] };
    expect(collectReport(near, { madeOn }).warnings.join()).toContain('2025-12-01');
    const far = { ...base, earlierReports: () => [{ madeOn: '2025-12-01', people: applications - 300 }] };
    expect(collectReport(far, { madeOn }).warnings).toEqual([]);
    const unknown = sourceOf([
      people(100, null, 'applied'),
      people(20, 'man', 'applied'),
      people(20, 'man', 'hired'),
      people(20, null, 'hired'),
    ]);
    expect(collectReport(unknown, { madeOn }).warnings.join()).toContain('sex is not known');
  });

  test('the rate over time is shown where there are enough people, with a note at the promotion', () => {
    const data = collectReport(exampleSource(), { madeOn });
    const trend = data.trend.find((section) => section.attribute === 'sex');
    expect(trend?.rows.map((row) => row.group)).toEqual(['man', 'woman']);
    expect(trend?.changes).toHaveLength(1);
    for (const rate of trend?.rows.flatMap((row) => row.rates) ?? []) {
      if (rate !== null) expect(Math.abs(rate * 100 - Math.round(rate * 100))).toBeLessThan(1e-9);
    }
  });

  test('a requirement shows how many more would qualify, never a difference under 5', () => {
    const { requirements } = collectReport(exampleSource(), { madeOn });
    expect(requirements[0]).toMatchObject({
      requirement: 'at least 8 years of experience',
      with: 344,
      without: 654,
      more: 310,
    });
    expect(requirements.at(-1)).toMatchObject({ requirement: 'native-level German', with: null, more: null });
  });
});

const published = '../shared/data/candidates/bloomberg_selection_rates_impact_ratios.csv';

describe('published selection rates', () => {
  test.skipIf(!existsSync(published))('the report shows their impact ratios', () => {
    const records = readFileSync(published, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    const experiments = new Set(records.map(([, , , , , job, model]) => `${model} ${job}`));
    expect(experiments.size).toBe(8);
    for (const name of experiments) {
      const groups = records.filter(([, , , , , job, model]) => `${model} ${job}` === name);
      // 1,000 rankings a group; in `top` of them the group's name came first.
      const rows = groups.flatMap(([group = '', top]) => [
        people(1000 - Number(top), group, 'applied'),
        people(Number(top), group, 'hired'),
      ]);
      const section = sexSection(collectReport(sourceOf(rows), { madeOn }));
      for (const [group, , , rate, ratio] of groups) {
        const row = section?.rows.find((one) => one.group === group);
        expect(row?.selectionRate).toBeCloseTo(Number(rate), 12);
        expect(row?.impactRatio).toBeCloseTo(Number(ratio), 12);
      }
    }
  });
});
