import { useReducer } from 'react';
import { texts } from '../../../texts.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';
import { decodeText } from '../../paste/read-file.ts';
import type { PageServices } from '../../services/services.ts';
import type { PostingColumn } from './column-mapping.ts';
import { readTable } from './read-table.ts';
import { scanPostings } from './scan.ts';
import type { ScanState } from './scan-state.ts';
import { emptyScan, scanReducer } from './scan-state.ts';

export interface ScanControls {
  readonly state: ScanState;
  readonly open: (file: File) => void;
  readonly map: (target: PostingColumn, column: string) => void;
  readonly start: () => void;
  readonly stop: () => void;
  readonly clear: () => void;
}

/** Larger files do not fit into a page's memory together with their results. */
const maxFileBytes = 400 * 1024 * 1024;

/** A bulk scan from the file to the list, in this page. */
export function useScan(services: PageServices): ScanControls {
  const [state, dispatch] = useReducer(scanReducer, emptyScan);
  const task = useTask();
  const t = texts.dashboard.postings;

  const open = (file: File) => {
    const unreadable = (mend: string) =>
      dispatch({ type: 'unreadable', failure: { reason: t.badFile(file.name), mend } });
    if (file.size > maxFileBytes) return unreadable(t.tooLargeMend);
    task.run(
      async (signal) => {
        const table = readTable(await decodeText(file), file.name);
        signal.throwIfAborted();
        if (table.rows.length === 0) return unreadable(t.noRowsMend);
        dispatch({ type: 'read', fileName: file.name, table });
      },
      () => unreadable(t.badFileMend),
    );
  };

  const start = () => {
    if (state.status === 'empty') return;
    const { table, mapping } = state;
    dispatch({ type: 'started' });
    task.run(
      async (signal) => {
        const surroundings = { ...services, now: () => performance.now(), pause };
        const onProgress = (fresh: Parameters<Parameters<typeof scanPostings>[3]>[0], done: number) =>
          dispatch({ type: 'progress', fresh, done });
        await scanPostings(table.rows, mapping, surroundings, onProgress, signal);
        dispatch({ type: 'finished', stopped: false });
      },
      (error) => dispatch({ type: 'finished', stopped: true, failure: failureOf(error) }),
    );
  };

  return {
    state,
    open,
    map: (target, column) => dispatch({ type: 'mapped', target, column }),
    start,
    stop: () => {
      task.cancel();
      dispatch({ type: 'finished', stopped: true });
    },
    clear: () => {
      task.cancel();
      dispatch({ type: 'cleared' });
    },
  };
}

/** A turn of the event loop, in which the page draws and answers. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
