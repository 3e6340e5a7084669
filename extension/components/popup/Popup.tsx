import { isMarked } from '../../../shared/protocol/finding.ts';
import type { PageState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { Brand } from '../common/Brand.tsx';
import { FailureNotice } from '../common/FailureNotice.tsx';
import { Icon } from '../common/Icon.tsx';
import { SidecarHelp } from '../common/SidecarHelp.tsx';
import { SidecarStatus } from '../common/SidecarStatus.tsx';
import { Working } from '../common/Working.tsx';
import { openPage } from '../open-pages.ts';
import { usePageState } from '../panel/use-page-state.ts';
import { SiteSwitch } from './SiteSwitch.tsx';

interface PopupProps {
  readonly send: SendRequest;
}

/** What holds for this page, and the way to everything else. */
export function Popup({ send }: PopupProps) {
  const { loaded, refresh } = usePageState(send);
  const page = loaded.status === 'loading' ? undefined : loaded.page;
  return (
    <main className="popup stack">
      <header className="row spread">
        <h1>
          <Brand />
        </h1>
        {page && <SidecarStatus sidecar={page.sidecar} />}
      </header>
      {loaded.status === 'loading' && <Working message={texts.common.loading} />}
      {loaded.status === 'failed' && <FailureNotice failure={loaded.failure} onRetry={refresh} />}
      {page && (
        <>
          <SiteSwitch page={page} send={send} onChanged={refresh} />
          {page.site === 'on' && <p className="soft">{markWords(page)}</p>}
          <button
            type="button"
            className="button button-primary button-wide"
            onClick={() => void openPanel(page.tabId)}
          >
            {texts.popup.openPanel}
          </button>
          <SidecarHelp sidecar={page.sidecar} onPair={() => openPage('welcome')} />
        </>
      )}
      <footer className="stack-tight">
        <nav className="row wrap" aria-label={texts.popup.pages}>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => openPage('dashboard')}
          >
            {texts.common.dashboard}
          </button>
          <button
            type="button"
            className="button button-quiet button-small"
            onClick={() => openPage('options')}
          >
            {texts.common.options}
          </button>
        </nav>
        <p className="small soft row">
          <Icon name="shield" size={14} />
          {texts.popup.privacy}
        </p>
      </footer>
    </main>
  );
}

function markWords({ fields }: PageState): string {
  if (fields.length === 0) return texts.popup.noField;
  return texts.popup.marks(fields.flatMap((field) => field.check.findings.filter(isMarked)).length);
}

/** The browser opens the panel only straight from a click; the popup then has done its work. */
async function openPanel(tabId: number): Promise<void> {
  await chrome.sidePanel.open({ tabId });
  window.close();
}
