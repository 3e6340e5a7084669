import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { registerAudit } from './audit.ts';
import { runCommand } from './run-command.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});

const run = (...args: string[]) => runCommand(registerAudit, ['audit', ...args], folder);

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** n rows of a group, the first `selected` of them selected. */
const rows = (prefix: string, n: number, selected: number) =>
  Array.from({ length: n }, (_, i) => `${prefix},${i < selected ? 1 : 0}`).join('\n');

const table = `sex,hired\n${rows('man', 200, 80)}\n${rows('woman', 200, 44)}\n${rows('', 10, 3)}\n`;
const options = ['--selected', 'hired', '--attribute', 'sex'];

describe('audit', () => {
  test('prints one JSON line an attribute with every field of the contract', async () => {
    const { out } = await run(await file('plain.csv', table), ...options, '--json');
    const line = JSON.parse(out);
    expect(line).toMatchObject({ attribute: 'sex', unknown: 10, highest: 'man', comparedWith: 'man' });
    const woman = line.groups.find((group: { group: string }) => group.group === 'woman');
    expect(woman).toMatchObject({
      n: 200,
      selected: 44,
      selectionRate: 0.22,
      impactRatio: expect.closeTo(0.55, 12),
      shortfall: 18,
      verdict: 'evidence of a difference',
      direction: 'lower',
    });
    for (const field of ['wilson', 'katz', 'koopman', 'fisherP', 'holmP', 'flip']) {
      expect(woman[field], field).not.toBeNull();
    }
    expect(line).not.toHaveProperty('cmh');
  });

  test('crosses attributes, stratifies, scores and resamples people', async () => {
    const lines = Array.from({ length: 600 }, (_, i) =>
      [
        `p${i % 400}`,
        i % 2 ? 'man' : 'woman',
        i % 3 ? 'A' : 'B',
        i % 5 ? 'x' : 'y',
        i % 4 === 0 ? 'yes' : 'no',
        i % 7,
      ].join(','),
    );
    const path = await file('whole.csv', `id,sex,race,dept,hired,score\n${lines.join('\n')}\n`);
    const { out } = await run(
      path,
      ...['--selected', 'hired', '--attribute', 'sex', '--attribute', 'race'],
      ...['--stratify', 'dept', '--score', 'score', '--person', 'id', '--json'],
    );
    const audits = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(audits.map((audit) => audit.attribute)).toEqual(['sex', 'race', 'sex × race']);
    expect(audits[2].groups).toHaveLength(4);
    expect(audits[0]).toMatchObject({
      basis: 'strata',
      cmh: { stratifiedBy: 'dept' },
      scoring: { median: 3 },
    });
    expect(
      audits[0].groups.some((group: { personBootstrap: unknown }) => group.personBootstrap !== null),
    ).toBe(true);
  });

  test('says who stands where in a ranking, by score or by place, and what that is per relevance', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, i) => `${i < 100 ? 'under 40' : '40+'},${i < 50 ? 1 : 0},${200 - i},${i + 1},${i % 2}`,
    );
    const path = await file('ranking.csv', `age,hired,score,place,skills\n${lines.join('\n')}\n`);
    const base = ['--selected', 'hired', '--attribute', 'age'];
    const byScore = JSON.parse((await run(path, ...base, '--score', 'score', '--json')).out);
    const byPlace = JSON.parse((await run(path, ...base, '--rank', 'place', '--json')).out);
    expect(byScore.ranking).toMatchObject({
      ranked: 200,
      depth: 50,
      distance: { totalVariation: 0.5, wasserstein: 0.5 },
    });
    expect(byPlace.ranking).toEqual(byScore.ranking);
    expect(byPlace).not.toHaveProperty('scoring');
    const { out } = await run(path, ...base, '--rank', 'place', '--relevance', 'skills');
    for (const word of ['of top 50', 'skew', 'per relevance', 'NDKL', 'Wasserstein'])
      expect(out).toContain(word);
    await expect(run(path, ...base, '--relevance', 'skills')).rejects.toThrow(/--score or --rank/);
  });

  test('the top of a ranking does not tell how many of unknown group were selected', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => `${i % 2 ? 'a' : 'b'},${i < 40 ? 1 : 0},${i}`);
    const unknown = [',1,200', ',1,201', ',0,202'];
    const path = await file('unknown.csv', `unit,hired,score\n${[...lines, ...unknown].join('\n')}\n`);
    const base = [path, '--selected', 'hired', '--attribute', 'unit', '--score', 'score'];
    expect(JSON.parse((await run(...base, '--json')).out).ranking.depth).toBe(40);
  });

  test('the order of the rows changes nothing', async () => {
    const reversed = `sex,hired\n${table.trim().split('\n').slice(1).reverse().join('\n')}\n`;
    const first = await run(await file('a.csv', table), ...options, '--json');
    const second = await run(await file('b.csv', reversed), ...options, '--json');
    expect(second.out).toBe(first.out);
  });

  test('the table says in words what a group’s figures mean', async () => {
    const { out } = await run(await file('plain.csv', table), ...options);
    expect(out).toContain('evidence of a difference');
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      '"woman": 44 of 200 (22.0 %) were selected, against 80 of 200 (40.0 %) of "man"',
    );
    expect(out).toContain('not a bias audit');
  });

  test.each([
    ['a byte order mark', Buffer.from(`\ufeff${table}`)],
    ['UTF-16', Buffer.from(`\ufeff${table}`, 'utf16le')],
    ['Latin-1', Buffer.from(table.replaceAll('woman', 'Frau Ä'), 'latin1')],
    ['semicolons and CRLF', Buffer.from(table.replaceAll(',', ';').replaceAll('\n', '\r\n'))],
  ])('reads %s', async (name, bytes) => {
    const { out } = await run(await file(`${name}.csv`, bytes), ...options, '--json');
    const { groups } = JSON.parse(out);
    expect(groups.map((group: { n: number }) => group.n)).toEqual([200, 200]);
    if (name === 'Latin-1') expect(groups[0].group).toBe('Frau Ä');
  });

  test('an empty outcome is not assessed; a broken line is left out and named', async () => {
    const path = await file('gaps.csv', 'sex,hired\nman,1\nman,\nwoman,0,what\nwoman,0\n');
    const { out, error } = await run(path, ...options, '--json');
    expect(JSON.parse(out)).toMatchObject({ notAssessed: 1, groups: [{ n: 1 }, { n: 1 }] });
    expect(error).toContain('line 4: the record has 3 columns, the header has 2');
  });
});

describe('audit names the mend', () => {
  test.each([
    ['missing column', 'gender,hired\nman,1\n', /line 1: no column "sex". The columns are "gender", "hired"/],
    ['odd outcome', 'sex,hired\nman,1\nman,perhaps\n', /line 3: "perhaps" in column "hired".*1\/0, yes\/no/],
    ['no rows', 'sex,hired\n', /no rows.*one line a person/],
    ['empty file', '', /no rows/],
    ['an Office file', 'PK\u0003\u0004 rest', /Office document.*CSV UTF-8/],
    ['binary', 'sex\0hired', /binary file.*CSV/],
  ])('%s', async (name, content, message) => {
    const path = await file(`${name}.csv`, content);
    await expect(run(path, ...options)).rejects.toThrow(message);
  });

  test('no such file, a folder, too many attributes, a score that is no number', async () => {
    await expect(run(join(folder, 'nothing.csv'), ...options)).rejects.toThrow(/no such file/);
    await expect(run(folder, ...options)).rejects.toThrow(/this is a folder/);
    const many = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((name) => ['--attribute', name]);
    await expect(run(await file('x.csv', table), '--selected', 'hired', ...many)).rejects.toThrow(
      /at most 5/,
    );
    const score = await file('score.csv', 'sex,hired,score\nman,1,"3,5"\n');
    await expect(run(score, ...options, '--score', 'score')).rejects.toThrow(/line 2: "3,5".*with a point/);
  });
});

const published = '../shared/data/candidates/bloomberg_selection_rates_impact_ratios.csv';

describe('published selection rates', () => {
  test.skipIf(!existsSync(published))('their impact ratios come out of the audit', async () => {
    const [header = '', ...lines] = readFileSync(published, 'utf8').trim().split('\n');
    const names = header.split(',');
    const records = lines.map((line) =>
      Object.fromEntries(line.split(',').map((value, i) => [names[i] ?? '', value])),
    );
    const experiments = new Set(records.map((record) => `${record.model} ${record.job}`));
    expect(experiments.size).toBe(8);
    for (const name of experiments) {
      const groups = records.filter((record) => `${record.model} ${record.job}` === name);
      // 1,000 rankings a group; `top` of them put the group's name first.
      const people = groups.map((record) => rows(record.demo ?? '', 1000, Number(record.top))).join('\n');
      const path = await file(`${name}.csv`, `group,first\n${people}\n`);
      const { out } = await run(path, '--selected', 'first', '--attribute', 'group', '--json');
      const audited = JSON.parse(out).groups as {
        group: string;
        selectionRate: number;
        impactRatio: number;
      }[];
      for (const record of groups) {
        const group = audited.find((one) => one.group === record.demo);
        expect(group?.selectionRate).toBeCloseTo(Number(record.selection_rate), 12);
        expect(group?.impactRatio).toBeCloseTo(Number(record.disparate_impact_ratio), 12);
      }
    }
  });
});
