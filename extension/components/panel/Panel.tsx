import { useState } from 'react';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import { SidecarHelp } from '../common/SidecarHelp.tsx';
import { Tabs } from '../common/Tabs.tsx';
import { Working } from '../common/Working.tsx';
import { openPage } from '../open-pages.ts';
import { PasteBox } from '../paste/PasteBox.tsx';
import type { PageServices } from '../services/services.ts';
import { FormTab } from './FormTab.tsx';
import { NoForm } from './NoForm.tsx';
import { PanelHeader } from './PanelHeader.tsx';
import type { LoadedPage } from './use-page-state.ts';
import { usePageState } from './use-page-state.ts';

interface PanelProps {
  readonly services: PageServices;
}

/** The side panel: the form of the page beside it, or a pasted text. */
export function Panel({ services }: PanelProps) {
  const { loaded, refresh } = usePageState(services.send);
  const [tab, setTab] = useState<'form' | 'paste'>('form');
  const page = loaded.status === 'loading' ? undefined : loaded.page;
  const t = texts.panel;
  return (
    <div className="panel">
      <PanelHeader {...(page ? { host: page.host, sidecar: page.sidecar } : {})} />
      <main className="stack">
        <Tabs
          label={t.tabsLabel}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'form',
              label: t.tabForm,
              content: (
                <FormContent
                  loaded={loaded}
                  services={services}
                  onRefresh={refresh}
                  onPaste={() => setTab('paste')}
                />
              ),
            },
            {
              id: 'paste',
              label: t.tabPaste,
              content: <PasteBox services={services} sidecar={page?.sidecar} />,
            },
          ]}
        />
      </main>
    </div>
  );
}

interface FormContentProps {
  readonly loaded: LoadedPage;
  readonly services: PageServices;
  readonly onRefresh: () => void;
  readonly onPaste: () => void;
}

function FormContent({ loaded, services, onRefresh, onPaste }: FormContentProps) {
  if (loaded.status === 'loading') return <Working message={texts.panel.loading} />;
  const failure = loaded.status === 'failed' && (
    <FailureNotice title={texts.panel.failedTitle} failure={loaded.failure} onRetry={onRefresh} />
  );
  const { page } = loaded;
  if (!page) return failure;
  if (page.site !== 'on' || page.fields.length === 0) {
    return (
      <div className="stack">
        {failure}
        <NoForm page={page} send={services.send} onChanged={onRefresh} onPaste={onPaste} />
        <SidecarHelp sidecar={page.sidecar} onPair={() => openPage('welcome')} />
      </div>
    );
  }
  return (
    <>
      {failure}
      <FormTab key={`${page.tabId}/${page.host}`} page={page} services={services} onChanged={onRefresh} />
    </>
  );
}
