import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashText } from '../../shared/hash.ts';
import { createRandom } from '../../shared/random.ts';
import { openReportDesk } from '../../sidecar/report-source/report-desk.ts';
import { collectReport } from '../../sidecar/reports/collect-report.ts';
import { renderReport } from '../../sidecar/reports/render-report.ts';
import { type AttributeStore, openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore, type Store } from '../../sidecar/storage/store.ts';
import { type Row, withGoal } from './detection-row.ts';
import { startTimes } from './fairness-times.ts';

/** Most seconds that a report over a data folder may take, from opening it to the finished file. */
const goal = { atMost: 3 };
const postings = 200;
const occupations = 40;

/** A report over a data folder with this many applications, and whether a second one has the same bytes. */
export async function reportRows(applications: number): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'autorefine-bench-'));
  try {
    fill(directory, applications);
    const first = await timedReport(directory, '2026-01-05');
    const second = await timedReport(directory, '2026-01-06');
    const same = hashText(first.html) === hashText(second.html.replaceAll('2026-01-06', '2026-01-05'));
    const name = `report of ${applications.toLocaleString('en')} applications, HTML`;
    return [
      withGoal(
        {
          name,
          value: second.seconds,
          unit: 's',
          note: `processor ${second.processor.toFixed(2)} s, first of the process ${first.processor.toFixed(2)} s`,
        },
        goal,
      ),
      withGoal(
        { name: 'second report equal but for its date', value: same ? 1 : 0, unit: '' },
        { atLeast: 1 },
      ),
    ];
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function timedReport(
  directory: string,
  madeOn: string,
): Promise<{ html: string; seconds: number; processor: number }> {
  const stop = startTimes();
  const [store, attributes] = [openStore(directory), openAttributes(directory)];
  try {
    const now = () => new Date(madeOn);
    const { source } = openReportDesk({ store, attributes, version: 'bench', seed: 1, actor: 'bench', now });
    const [file] = await renderReport(collectReport(source, { madeOn }), 'html');
    return { html: String(file.body), ...stop() };
  } finally {
    store.close();
    attributes.close();
  }
}

/** Made-up people of whom each applies twice, with self-reports of two attributes. */
function fill(directory: string, applications: number): void {
  const [store, attributes] = [openStore(directory), openAttributes(directory)];
  try {
    store.settings.update({ measuring: true });
    store.transaction(() => attributes.transaction(() => write(store, attributes, applications)));
  } finally {
    store.close();
    attributes.close();
  }
}

function write(store: Store, attributes: AttributeStore, applications: number): void {
  const random = createRandom(3);
  for (let i = 0; i < postings; i += 1) {
    const text = `We are looking for a payroll clerk ${i % occupations}. You have at least ${1 + (i % 9)} years of experience and know Excel. You are a strong team player.`;
    const publishedOn = `2025-${String((i % 12) + 1).padStart(2, '0')}-01`;
    store.postings.save({
      externalId: `posting-${i}`,
      title: 'Payroll clerk',
      text,
      department: `Department ${i % 5}`,
      publishedOn,
    });
  }
  for (let person = 0; person < applications / 2; person += 1) {
    const externalId = `person-${person}`;
    const skills = ['Excel'].filter(() => random.next() < 0.6);
    const qualification = { occupations: [], skills, licences: [], years: random.integer(20) };
    store.candidates.save(
      { externalId, text: `Clerk number ${person}.`, skills, licences: [], qualification },
      externalId,
    );
    for (const [attribute, groups] of Object.entries(madeUpGroups)) {
      const value = groups[random.integer(groups.length)] ?? '';
      attributes.save({
        externalId,
        attribute,
        value,
        lawfulBasis: 'consent',
        noticeVersion: '1',
        recordedOn: '2025-01-01',
      });
    }
    const first = random.integer(postings);
    for (const posting of [first, (first + 1 + random.integer(postings - 1)) % postings]) {
      const on = `2025-${String(1 + random.integer(12)).padStart(2, '0')}-10`;
      const step = (stage: 'applied' | 'interviewed' | 'hired') =>
        store.outcomes.save({ postingId: `posting-${posting}`, externalId, stage, on });
      step('applied');
      if (random.next() < 0.3) step('interviewed');
      if (random.next() < 0.1) step('hired');
    }
  }
}

const madeUpGroups = {
  gender: ['man', 'non-binary', 'woman', 'declined'],
  ethnicity: ['A', 'B', 'C', 'D', 'unknown'],
};
