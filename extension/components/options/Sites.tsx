import { useCallback, useEffect, useState } from 'react';
import type { SiteRow } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { Switch } from '../common/Switch.tsx';
import { useTask } from '../common/use-task.ts';
import { turnSiteOn } from '../site-permission.ts';
import { OptionSection } from './OptionSection.tsx';

interface SitesProps {
  readonly send: SendRequest;
}

/** Sites that the company names and those that the user switched, each with its switch. */
export function Sites({ send }: SitesProps) {
  const [failure, setFailure] = useState<Failure>();
  const rows = useSiteRows(send, setFailure);
  const t = texts.options.sites;
  const change = async (row: SiteRow, on: boolean) => {
    setFailure(undefined);
    try {
      if (!on) await send({ type: 'page/site', host: row.host, on });
      else if (!(await turnSiteOn(row, send)))
        setFailure({ reason: texts.panel.denied, mend: texts.panel.offHint });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <OptionSection id="sites" title={t.title} hint={t.hint}>
      {rows?.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="stack-tight">
        {rows?.map((row) => (
          <li key={row.host} className="row spread">
            <span>
              {row.name && <strong>{row.name} </strong>}
              {row.host}
              {row.company && <span className="soft small"> {companyWords(row.company, row.site)}</span>}
            </span>
            <Switch
              label={t.switch(row.host)}
              on={row.site === 'on'}
              disabled={row.company === 'off' || (row.company === 'on' && row.site === 'on')}
              onChange={(on) => void change(row, on)}
            />
          </li>
        ))}
      </ul>
      {failure && <FailureNotice failure={failure} />}
    </OptionSection>
  );
}

/** The rows as the worker knows them, read again after any setting or permission changed; undefined until the first answer. */
function useSiteRows(
  send: SendRequest,
  onFailure: (failure: Failure) => void,
): readonly SiteRow[] | undefined {
  const [rows, setRows] = useState<readonly SiteRow[]>();
  const task = useTask();
  const read = useCallback(() => {
    task.run(
      async (signal) => setRows((await send({ type: 'page/sites' }, signal)).sites),
      (error) => onFailure(failureOf(error)),
    );
  }, [send, task, onFailure]);
  useEffect(() => {
    read();
    const changes = [chrome.storage.onChanged, chrome.permissions.onAdded, chrome.permissions.onRemoved];
    for (const change of changes) change.addListener(read);
    return () => {
      for (const change of changes) change.removeListener(read);
    };
  }, [read]);
  return rows;
}

function companyWords(company: NonNullable<SiteRow['company']>, site: SiteRow['site']): string {
  const t = texts.options.sites.company;
  return company === 'on' && site === 'off' ? t.wanted : t[company];
}
