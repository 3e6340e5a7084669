import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import { Brand } from '../common/Brand.tsx';
import { Icon } from '../common/Icon.tsx';
import { SidecarStatus } from '../common/SidecarStatus.tsx';
import { openPage } from '../open-pages.ts';

interface PanelHeaderProps {
  readonly host?: string;
  readonly sidecar?: SidecarState;
}

export function PanelHeader({ host, sidecar }: PanelHeaderProps) {
  return (
    <header className="panel-header">
      <div className="row spread wrap">
        <h1>
          <Brand />
        </h1>
        <div className="row">
          {sidecar && <SidecarStatus sidecar={sidecar} />}
          <button
            type="button"
            className="button button-quiet icon-button"
            aria-label={texts.common.options}
            title={texts.common.options}
            onClick={() => openPage('options')}
          >
            <Icon name="gear" />
          </button>
        </div>
      </div>
      {host && <p className="small soft">{host}</p>}
    </header>
  );
}
