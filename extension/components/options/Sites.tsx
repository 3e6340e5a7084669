import { useState } from 'react';
import type { SendRequest } from '../../pages-client.ts';
import { siteChoices } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { Switch } from '../common/Switch.tsx';
import { useSetting } from '../common/use-setting.ts';
import { turnSiteOn } from '../site-permission.ts';
import { OptionSection } from './OptionSection.tsx';

interface SitesProps {
  readonly send: SendRequest;
}

/** Sites that the user switched on or off. */
export function Sites({ send }: SitesProps) {
  const [choices = {}] = useSetting(siteChoices);
  const [failure, setFailure] = useState<Failure>();
  const t = texts.options.sites;
  const hosts = Object.keys(choices).sort();
  const change = async (host: string, on: boolean) => {
    setFailure(undefined);
    try {
      if (!on) await send({ type: 'page/site', host, on });
      else if (!(await turnSiteOn(host, send)))
        setFailure({ reason: texts.panel.denied, mend: texts.panel.offHint });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <OptionSection id="sites" title={t.title} hint={t.hint}>
      {hosts.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="stack-tight">
        {hosts.map((host) => (
          <li key={host} className="row spread">
            <span>{host}</span>
            <Switch
              label={t.switch(host)}
              on={choices[host] ?? false}
              onChange={(on) => void change(host, on)}
            />
          </li>
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} />}
    </OptionSection>
  );
}
