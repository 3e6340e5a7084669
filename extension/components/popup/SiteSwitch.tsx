import { useState } from 'react';
import type { PageState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { Switch } from '../common/Switch.tsx';
import { turnSiteOn } from '../site-permission.ts';

interface SiteSwitchProps {
  readonly page: PageState;
  readonly send: SendRequest;
  readonly onChanged: () => void;
}

/** Turns AutoRefine on or off for the site shown, asking the browser for it where that is needed. */
export function SiteSwitch({ page, send, onChanged }: SiteSwitchProps) {
  const [failure, setFailure] = useState<Failure>();
  const { host, site, company } = page;
  const t = texts.popup;
  if (site === 'unsupported') return <p className="soft">{t.unsupported}</p>;

  const change = async (on: boolean) => {
    setFailure(undefined);
    try {
      if (!on) await send({ type: 'page/site', host, on });
      else if (!(await turnSiteOn(page, send))) {
        setFailure({ reason: texts.panel.denied, mend: texts.panel.offHint });
      }
      onChanged();
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  return (
    <div className="stack">
      <div className="row spread">
        <div>
          <p>
            <strong>{host}</strong>
          </p>
          <p className="soft">{siteWords(page)}</p>
        </div>
        <Switch
          label={t.siteSwitch(host)}
          on={site === 'on'}
          disabled={company === 'off' || (company === 'on' && site === 'on')}
          onChange={(on) => void change(on)}
        />
      </div>
      {failure && <FailureNotice failure={failure} />}
    </div>
  );
}

function siteWords({ site, company }: PageState): string {
  const t = texts.popup;
  if (company === 'off') return t.companyOff;
  if (site === 'on') return company === 'on' ? t.companyOn : t.siteOn;
  return company ? t.companyLists : t.siteOff;
}
