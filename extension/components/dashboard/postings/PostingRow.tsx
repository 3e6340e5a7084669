import { memo } from 'react';
import { texts } from '../../../texts.ts';
import { safeLink } from './safe-link.ts';
import type { ScannedPosting } from './scan.ts';
import { findingCount } from './sort-postings.ts';

interface PostingRowProps {
  readonly posting: ScannedPosting;
  /** Place in the sorted list, from 0. */
  readonly place: number;
  readonly onOpen: (posting: ScannedPosting) => void;
}

/** Drawn anew only when it shows something else: scrolling by a row keeps all others as they are. */
export const PostingRow = memo(function PostingRow({ posting, place, onOpen }: PostingRowProps) {
  const t = texts.dashboard.postings;
  const { score, questions, legal } = posting;
  const name = posting.title || t.untitled(posting.id);
  const link = safeLink(posting.link);
  return (
    <tr aria-rowindex={place + 2} className="virtual-row">
      <th scope="row" className="posting-title" title={name}>
        {link ? (
          <a href={link} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </th>
      {score === undefined ? (
        <td colSpan={4} className="soft">
          {t.unread}
        </td>
      ) : (
        <>
          <td>{Math.round(score)}</td>
          <td>{findingCount(posting)}</td>
          <td>{questions}</td>
          <td>{legal}</td>
        </>
      )}
      <td>
        <button
          type="button"
          className="button button-small"
          aria-label={t.open(name)}
          onClick={() => onOpen(posting)}
        >
          {t.openShort}
        </button>
      </td>
    </tr>
  );
});
