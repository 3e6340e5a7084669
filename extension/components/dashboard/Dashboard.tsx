import { useMemo, useState } from 'react';
import { createAnalyst } from '../../ask-analyst.ts';
import { texts } from '../../texts.ts';
import { Brand } from '../common/Brand.tsx';
import { SampleNote } from '../common/SampleNote.tsx';
import { SidecarStatus } from '../common/SidecarStatus.tsx';
import { useSidecar } from '../common/use-sidecar.ts';
import { Working } from '../common/Working.tsx';
import { textToHtml } from '../paste/clean-html.ts';
import { PasteBox } from '../paste/PasteBox.tsx';
import type { PageServices } from '../services/services.ts';
import { Candidates } from './candidates/Candidates.tsx';
import { AnalystOnly } from './common/AnalystOnly.tsx';
import { PairedOnly } from './common/PairedOnly.tsx';
import { Overview } from './overview/Overview.tsx';
import { Policies } from './policy/Policies.tsx';
import { Postings } from './postings/Postings.tsx';
import { useScan } from './postings/use-scan.ts';
import { Privacy } from './privacy/Privacy.tsx';
import { Reports } from './reports/Reports.tsx';
import { type Section, sections } from './sections.ts';
import { Statements } from './statements/Statements.tsx';
import { Training } from './training/Training.tsx';
import { useSection } from './use-section.ts';

/** Sections that are an analyst's as a whole. */
const forAnalysts: ReadonlySet<Section> = new Set(['candidates', 'training', 'policy']);

interface DashboardProps {
  readonly services: PageServices;
}

/** The page for people who look at many postings: bulk scan, single texts, statements, reports, data. */
export function Dashboard({ services }: DashboardProps) {
  const [section, show] = useSection();
  const { sidecar, refresh } = useSidecar(services.send);
  const analyst = useMemo(() => createAnalyst(services.send), [services.send]);
  const scan = useScan(services);
  const [opened, setOpened] = useState<{ readonly html: string }>();
  const scanned = scan.state.status === 'scanning' || scan.state.status === 'done' ? scan.state.scanned : [];
  const models = sidecar?.state === 'paired' ? sidecar.health.models : [];
  const t = texts.dashboard;

  return (
    <div className="dashboard">
      <header className="dashboard-side">
        <Brand size={26} />
        <nav aria-label={t.sectionsLabel}>
          <ul>
            {sections.map((name) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  className="side-link"
                  aria-current={name === section ? 'page' : undefined}
                >
                  {t.sections[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {sidecar && <SampleNote sidecar={sidecar} />}
        {sidecar && <SidecarStatus sidecar={sidecar} />}
      </header>
      <main className="dashboard-main stack">
        <h1>{t.sections[section]}</h1>
        {section === 'overview' && (
          <Overview analyst={analyst} sidecar={sidecar} scanned={scanned} onScan={() => show('postings')} />
        )}
        {section === 'postings' && (
          <Postings
            scan={scan}
            onOpen={({ title, text }) => {
              setOpened({ html: `${textToHtml(title)}${textToHtml(text)}` });
              show('text');
            }}
          />
        )}
        {/* Kept while other sections are shown, so that no text is lost. */}
        <div hidden={section !== 'text'}>
          <PasteBox services={services} sidecar={sidecar} {...(opened ? { opened } : {})} />
        </div>
        {forAnalysts.has(section) && (
          <AnalystOnly sidecar={sidecar}>
            {section === 'candidates' && <Candidates analyst={analyst} />}
            {section === 'training' && <Training analyst={analyst} models={models} />}
            {section === 'policy' && <Policies analyst={analyst} />}
          </AnalystOnly>
        )}
        {section === 'statements' && (
          <PairedOnly sidecar={sidecar}>
            {(role) => <Statements analyst={analyst} canChange={role === 'analyst'} />}
          </PairedOnly>
        )}
        {section === 'reports' &&
          (sidecar ? (
            <Reports sidecar={sidecar} askReport={services.askReport} analyst={analyst} />
          ) : (
            <Working message={texts.common.loading} />
          ))}
        {section === 'privacy' && (
          <Privacy sidecar={sidecar} send={services.send} analyst={analyst} onChanged={refresh} />
        )}
      </main>
    </div>
  );
}
