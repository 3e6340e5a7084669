import { useState } from 'react';
import type { ImportKind } from '../../../../shared/protocol/company-data.ts';
import type { ImportSummary } from '../../../../shared/protocol/sidecar.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';
import { fileHead, formatOf } from './file-head.ts';
import { type ChosenFile, type ImportState, noImport } from './import-state.ts';

export interface ImportControls {
  readonly state: ImportState;
  /** What is being done, in words; absent while nothing is. */
  readonly working: string | undefined;
  readonly failure: Failure | undefined;
  readonly open: (file: File, kind: ImportKind) => void;
  readonly map: (map: readonly string[]) => void;
  /** Sends the whole file; `dryRun` writes nothing. */
  readonly send: (dryRun: boolean) => void;
  readonly clear: () => void;
}

/** One import at a time; leaving the page cancels it, and what was acknowledged by then stays. */
export function useImport(analyst: Analyst, onImported: () => void): ImportControls {
  const [state, setState] = useState<ImportState>(noImport);
  const [working, setWorking] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const task = useTask();
  const t = texts.dashboard.candidates;

  const run = (message: string, work: (signal: AbortSignal) => Promise<ImportState>) => {
    setWorking(message);
    setFailure(undefined);
    task.run(
      async (signal) => {
        const next = await work(signal);
        signal.throwIfAborted();
        setState(next);
        setWorking(undefined);
        if (next.step === 'imported') onImported();
      },
      (error) => {
        setWorking(undefined);
        setFailure(
          error instanceof TypeError ? { reason: t.badFile, mend: t.badFileMend } : failureOf(error),
        );
      },
    );
  };

  const look = (file: File, kind: ImportKind, map: readonly string[]) =>
    run(t.looking, async (signal) => {
      const body = { kind, format: formatOf(file.name), head: await fileHead(file), map: [...map] };
      const preview = await analyst.ask('previewImport', { body }, signal);
      return { step: 'columns', file, kind, preview, map };
    });

  return {
    state,
    working,
    failure,
    open: (file, kind) => look(file, kind, []),
    map: (map) => {
      if (state.step === 'columns') look(state.file, state.kind, map);
    },
    send: (dryRun) => {
      if (state.step === 'choose') return;
      const { file, kind, preview, map } = state;
      run(dryRun ? t.trying : t.importing, async (signal) => {
        const summary = await sendFile(analyst, state, dryRun, signal);
        return { step: dryRun ? 'tried' : 'imported', file, kind, preview, map, summary };
      });
    },
    clear: () => {
      task.cancel();
      setState(noImport);
      setWorking(undefined);
      setFailure(undefined);
    },
  };
}

function sendFile(
  analyst: Analyst,
  { file, kind, map }: ChosenFile,
  dry: boolean,
  signal: AbortSignal,
): Promise<ImportSummary> {
  const table = { file, format: formatOf(file.name) };
  const dryRun = dry ? ('true' as const) : ('false' as const);
  return kind === 'candidates'
    ? analyst.sendTable('importCandidates', { dryRun, map: [...map] }, table, signal)
    : analyst.sendTable('importOutcomes', { dryRun }, table, signal);
}
