import type { Failure } from '../../common/failure.ts';
import type { ColumnMapping, PostingColumn } from './column-mapping.ts';
import { guessMapping } from './column-mapping.ts';
import type { PostingTable } from './read-table.ts';
import type { ScannedPosting } from './scan.ts';

/** A file that was read and waits for the user to confirm its columns. */
interface Preview {
  readonly fileName: string;
  readonly table: PostingTable;
  readonly mapping: ColumnMapping;
}

export type ScanState =
  | { readonly status: 'empty'; readonly failure?: Failure }
  | ({ readonly status: 'preview' } & Preview)
  | ({
      readonly status: 'scanning' | 'done';
      readonly scanned: readonly ScannedPosting[];
      readonly done: number;
      readonly stopped: boolean;
      readonly failure?: Failure;
    } & Preview);

export type ScanAction =
  | { readonly type: 'read'; readonly fileName: string; readonly table: PostingTable }
  | { readonly type: 'unreadable'; readonly failure: Failure }
  | { readonly type: 'mapped'; readonly target: PostingColumn; readonly column: string }
  | { readonly type: 'started' }
  | { readonly type: 'progress'; readonly fresh: readonly ScannedPosting[]; readonly done: number }
  | { readonly type: 'finished'; readonly stopped: boolean; readonly failure?: Failure }
  | { readonly type: 'cleared' };

export const emptyScan: ScanState = { status: 'empty' };

export function scanReducer(state: ScanState, action: ScanAction): ScanState {
  switch (action.type) {
    case 'read': {
      const { fileName, table } = action;
      return { status: 'preview', fileName, table, mapping: guessMapping(table.columns) };
    }
    case 'unreadable':
      return { status: 'empty', failure: action.failure };
    case 'cleared':
      return emptyScan;
    case 'mapped':
      return state.status === 'preview' ? { ...state, mapping: remapped(state.mapping, action) } : state;
    case 'started':
      return state.status === 'empty'
        ? state
        : { ...state, status: 'scanning', scanned: [], done: 0, stopped: false };
    case 'progress':
      if (state.status !== 'scanning') return state;
      return { ...state, scanned: state.scanned.concat(action.fresh), done: action.done };
    case 'finished':
      if (state.status !== 'scanning') return state;
      return {
        ...state,
        status: 'done',
        stopped: action.stopped,
        ...(action.failure ? { failure: action.failure } : {}),
      };
  }
}

/** An empty column name takes the mapping away. */
function remapped(
  mapping: ColumnMapping,
  { target, column }: { target: PostingColumn; column: string },
): ColumnMapping {
  const { [target]: _, ...rest } = mapping;
  return column === '' ? rest : { ...rest, [target]: column };
}
