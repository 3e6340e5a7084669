// @vitest-environment jsdom
import { describe, expect, test, vi } from 'vitest';
import type { Health } from '../../../shared/protocol/sidecar.ts';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { mounted } from '../mounted.fixture.ts';
import type { PageServices } from '../services/services.ts';
import { Dashboard } from './Dashboard.tsx';
import { type Section, sections } from './sections.ts';

const { container, draw } = mounted();

// The box for a single text stands beside every page and is tested by itself.
vi.mock('../paste/PasteBox.tsx', () => ({ PasteBox: () => null }));

const health: Health = { name: 'autorefine', version: '0.1.0', candidates: 12, sample: false, models: [] };

/** Shows one page of the dashboard over a service in this state; gives back what was asked of it. */
async function open(section: Section, sidecar: SidecarState): Promise<string[]> {
  const asked: string[] = [];
  const send = async (message: { type: string; call?: string }) => {
    if (message.type === 'page/health') return sidecar;
    asked.push(message.call ?? message.type);
    const statements = [{ id: 'hours', text: 'Working hours are flexible.', topic: 'flexible-hours' }];
    return { ok: true, reply: { statements } };
  };
  location.hash = section;
  const services = { send: send as unknown as SendRequest } as PageServices;
  await draw(<Dashboard services={services} />);
  return asked;
}
const main = () => container.querySelector('main')?.textContent ?? '';

const needsService = sections.filter((section) =>
  ['candidates', 'training', 'policy', 'statements', 'privacy'].includes(section),
);

describe.each([
  ['is not running', { state: 'absent', detail: 'refused' }],
  ['is not paired', { state: 'unpaired', health }],
] satisfies [string, SidecarState][])('while the service %s', (_, sidecar) => {
  test.each(needsService)('%s says so and asks nothing', async (section) => {
    expect(await open(section, sidecar)).toEqual([]);
    expect(main()).toContain(texts.dashboard.access.needsService);
    expect(main()).toContain(
      sidecar.state === 'absent' ? texts.sidecar.absentTitle : texts.sidecar.unpairedTitle,
    );
  });
});

describe('to a recruiter', () => {
  const recruiter: SidecarState = { state: 'paired', role: 'recruiter', health };

  test.each(needsService.filter((section) => section !== 'statements'))(
    '%s says whose page it is and asks nothing',
    async (section) => {
      expect(await open(section, recruiter)).toEqual([]);
      expect(main()).toContain(texts.dashboard.access.analystTitle);
    },
  );

  test('the overview shows no figure about people', async () => {
    expect(await open('overview', recruiter)).toEqual([]);
    expect(main()).not.toContain(texts.dashboard.overview.verdicts.title);
  });

  test('reports cannot be exported', async () => {
    expect(await open('reports', recruiter)).toEqual([]);
    const names = ['HTML', 'PDF', 'CSV', 'JSON'];
    const buttons = [...container.querySelectorAll('main button')].filter((button) =>
      names.includes(button.textContent),
    );
    expect(buttons.map((button) => button.textContent)).toEqual(names);
    expect(buttons.every((button) => button.hasAttribute('disabled'))).toBe(true);
  });

  test('statements can be read and not changed', async () => {
    expect(await open('statements', recruiter)).toEqual(['statements']);
    expect(main()).toContain('Working hours are flexible.');
    expect(main()).toContain(texts.dashboard.statements.analystChanges);
    expect(container.querySelectorAll('main button')).toHaveLength(0);
  });
});

test.each(sections)('%s says that the people are made up while they are', async (section) => {
  await open(section, { state: 'paired', role: 'recruiter', health: { ...health, sample: true } });
  expect(container.textContent).toContain(texts.sidecar.sampleHint);
});
