import { useMemo, useState } from 'react';
import { texts } from '../../../texts.ts';
import { VirtualTable } from '../common/VirtualTable.tsx';
import { PostingRow } from './PostingRow.tsx';
import type { ScannedPosting } from './scan.ts';
import type { Sorting, SortKey } from './sort-postings.ts';
import { sortKeys, sortPostings } from './sort-postings.ts';

interface PostingTableProps {
  readonly postings: readonly ScannedPosting[];
  readonly onOpen: (posting: ScannedPosting) => void;
}

/** All scanned postings in one scrolling table that sorts by any column. */
export function PostingTable({ postings, onOpen }: PostingTableProps) {
  const [sorting, setSorting] = useState<Sorting>({ key: 'score', descending: false });
  const sorted = useMemo(() => sortPostings(postings, sorting), [postings, sorting]);
  const t = texts.dashboard.postings;
  // What is read from low to high starts there; counts start with the most.
  const sortBy = (key: SortKey) =>
    setSorting({
      key,
      descending: sorting.key === key ? !sorting.descending : key !== 'title' && key !== 'score',
    });

  return (
    <VirtualTable
      label={t.tableLabel}
      className="posting-table"
      head={
        <>
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
        </>
      }
      count={sorted.length}
      row={(place) => {
        const posting = sorted[place];
        return posting && <PostingRow key={posting.index} posting={posting} place={place} onOpen={onOpen} />;
      }}
    />
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
