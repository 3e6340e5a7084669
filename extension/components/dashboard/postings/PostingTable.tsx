import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { texts } from '../../../texts.ts';
import { PostingRow } from './PostingRow.tsx';
import type { ScannedPosting } from './scan.ts';
import type { Sorting, SortKey } from './sort-postings.ts';
import { sortKeys, sortPostings } from './sort-postings.ts';

interface PostingTableProps {
  readonly postings: readonly ScannedPosting[];
  readonly onOpen: (posting: ScannedPosting) => void;
}

/** Height of a row in pixels; `dashboard.css` holds rows to it. */
const rowHeight = 44;

/** All scanned postings in one scrolling table; only the rows in view are in the page, between two empty ones. */
export function PostingTable({ postings, onOpen }: PostingTableProps) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'score', descending: false });
  const scroller = useRef<HTMLElement>(null);
  const sorted = useMemo(() => sortPostings(postings, sorting), [postings, sorting]);
  const rows = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const t = texts.dashboard.postings;
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  // What is read from low to high starts there; counts start with the most.
  const sortBy = (key: SortKey) =>
    setSorting({
      key,
      descending: sorting.key === key ? !sorting.descending : key !== 'title' && key !== 'score',
    });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={scroller} className="posting-scroller" tabIndex={0} aria-label={t.tableLabel}>
      <table className="posting-table" aria-rowcount={sorted.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {sortKeys.map((key) => (
              <th key={key} scope="col" aria-sort={ariaSort(sorting, key)}>
                <button type="button" className="sort-button" onClick={() => sortBy(key)}>
                  {t.columns[key]}
                  <span aria-hidden="true">{arrowOf(sorting, key)}</span>
                </button>
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {shown.map(({ index }) => {
            const posting = sorted[index];
            return (
              posting && <PostingRow key={posting.index} posting={posting} place={index} onOpen={onOpen} />
            );
          })}
          {below > 0 && <tr style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}

function ariaSort(sorting: Sorting, key: SortKey): 'ascending' | 'descending' | 'none' {
  if (sorting.key !== key) return 'none';
  return sorting.descending ? 'descending' : 'ascending';
}

function arrowOf(sorting: Sorting, key: SortKey): string {
  if (sorting.key !== key) return '';
  return sorting.descending ? ' ↓' : ' ↑';
}
