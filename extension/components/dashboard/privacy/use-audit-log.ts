import { useCallback, useEffect, useRef, useState } from 'react';
import type { AuditEntry } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { type Action, useAction } from '../common/use-action.ts';

/** Entries read at once. */
const pageLength = 200;

export interface AuditLog extends Pick<Action, 'failure'> {
  /** `undefined` until the first page is there. */
  readonly entries: readonly AuditEntry[] | undefined;
  /** Reads the page after the last entry; does nothing while one is read or when there is none. */
  readonly more: () => void;
}

/** The audit log, newest first, read page by page. */
export function useAuditLog(analyst: Analyst): AuditLog {
  const [entries, setEntries] = useState<readonly AuditEntry[]>();
  const complete = useRef(false);
  const { busy, failure, run } = useAction();
  const readAfter = useCallback(
    (before: readonly AuditEntry[]) =>
      run(async (signal) => {
        const last = before.at(-1)?.id;
        const parameters = { limit: pageLength, ...(last === undefined ? {} : { before: last }) };
        const page = await analyst.ask('auditLog', { parameters }, signal);
        signal.throwIfAborted();
        complete.current = page.entries.length < pageLength;
        setEntries([...before, ...page.entries]);
      }),
    [analyst, run],
  );
  useEffect(() => readAfter([]), [readAfter]);
  return {
    entries,
    failure,
    more: () => {
      if (entries && !busy && !complete.current) readAfter(entries);
    },
  };
}
