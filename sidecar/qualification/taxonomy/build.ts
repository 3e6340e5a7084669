/**
 * Builds `occupations.generated.json` and `skills.generated.json` from the O*NET occupation file (CC BY 4.0), the ESCO
 * v1.1.1 occupation and skill labels (EU reuse) and the two curated lists beside this script. See NOTICE.md.
 * Run: `node --import tsx sidecar/qualification/taxonomy/build.ts [FOLDER]`, FOLDER holding the downloaded files.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { tokenise } from '../tokens.ts';
import { assignOccupations } from './esco-to-onet.ts';
import { occupationCode } from './occupation-code.ts';

const source = process.argv[2] ?? '../shared/data/taxonomies';
const here = import.meta.dirname;
const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

const onetSchema = z.array(
  z
    .object({ 'O*NET-SOC Code': z.string(), Title: z.string(), Description: z.string() })
    .transform((row) => ({ code: row['O*NET-SOC Code'], title: row.Title, description: row.Description })),
);
const escoSchema = z.array(
  z
    .object({
      ISCOGROUPCODE: z.string(),
      PREFERREDLABEL: z.string(),
      ALTLABELS: z.string(),
      DESCRIPTION: z.string(),
    })
    .transform((row) => ({
      group: row.ISCOGROUPCODE,
      label: row.PREFERREDLABEL,
      alternatives: row.ALTLABELS.split('\n').map((label) => label.trim()),
      description: row.DESCRIPTION,
    })),
);

/** Titles that name no occupation of their own: kept out so that `director` is not a stage director. */
const tooGeneral = new Set(
  (
    'director manager assistant technician supervisor lead leader officer operator specialist coordinator worker agent ' +
    'representative analyst engineer consultant associate administrator executive inspector instructor controller ' +
    'planner helper expert professional developer advisor adviser attendant handler guide host model member partner ' +
    'apprentice trainee intern head chief owner practitioner examiner clerk scientist researcher co-ordinator ' +
    'volunteer student user driver runner caller checker presenter speaker mate hand sales customer service program'
  ).split(' '),
);

/** Longer labels are definitions rather than titles or skills; no posting or resume repeats them word by word. */
const longestTitle = 5;
const longestSkill = 6;

function buildOccupations() {
  const onet = onetSchema.parse(
    parse(read(source, 'onet_occupation_data.tsv'), { columns: true, delimiter: '\t', relax_quotes: true }),
  );
  const esco = escoSchema.parse(parse(read(source, 'esco_v1.1.1_occupations.csv'), { columns: true }));
  const curated = z.record(z.string(), z.string()).parse(JSON.parse(read(here, 'common-titles.json')));

  const titles = new Map<string, Set<string>>();
  const names = new Map<string, string>();
  const claimed = new Set<string>();
  const claim = (code: string, title: string) => {
    const list = titles.get(code) ?? new Set<string>();
    titles.set(code, list.add(title));
  };
  const claimOnce = (code: string, raw: string) => {
    const title = raw.toLowerCase().trim();
    const form = tokenise(title)
      .map((token) => token.form)
      .join(' ');
    if (form.length < 3 || form.split(' ').length > longestTitle) return;
    if (tooGeneral.has(form) || claimed.has(form)) return;
    claimed.add(form);
    claim(code, title);
  };

  for (const { code, title } of onet) {
    const own = occupationCode(code);
    if (!names.has(own)) names.set(own, title);
  }
  for (const [code, list] of Object.entries(curated)) {
    if (!names.has(code))
      throw new Error(`common-titles.json: ${code} is no occupation code of the O*NET file`);
    for (const title of list.split(' | ')) {
      claimed.add(
        tokenise(title)
          .map((token) => token.form)
          .join(' '),
      );
      claim(code, title);
    }
  }
  for (const { code, title } of onet) claimOnce(occupationCode(code), title);
  const assigned = assignOccupations(esco, onet);
  esco.forEach((entry, i) => {
    const code = assigned[i];
    if (code) claimOnce(code, entry.label);
  });
  esco.forEach((entry, i) => {
    const code = assigned[i];
    // A single word among the alternatives (`inspector`, `sales`) mostly names the genus, not the trade.
    if (code) for (const label of entry.alternatives) if (label.includes(' ')) claimOnce(code, label);
  });
  return [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => ({ code, name, titles: [...(titles.get(code) ?? [])] }));
}

/** ESCO labels of one word that ordinary sentences use in another sense. */
const ordinaryWords = new Set(
  (
    'plan energy history hair dies cameras improvise consultation self-promote logic LESS R SPARK STAF Sakai ethics ' +
    'migration protein grammar morality crafting communication medicines mechanics reflexion kinetics similitude ' +
    'pregnancy childbirth lactation obesity hinduism judaism torah quran prayer Islam Buddhism Christianity betting'
  ).split(' '),
);

/** A homonym such as `Chef (tools for software configuration management)` is only found with its bracket. */
const isHomonym = (label: string) => /^[^\s(]+\s*\(/.test(label);

const skills = [
  ...new Set(
    read(source, 'esco_skill_labels_en.txt')
      .split('\n')
      .map((label) => label.trim().replace(/\s+/g, ' ')),
  ),
]
  .filter((label) => label.length > 0 && label.split(' ').length <= longestSkill)
  .filter((label) => !ordinaryWords.has(label) && !isHomonym(label))
  .sort();
const lines = (rows: readonly unknown[]) => `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
writeFileSync(join(here, 'occupations.generated.json'), lines(buildOccupations()));
writeFileSync(join(here, 'skills.generated.json'), lines(skills));
