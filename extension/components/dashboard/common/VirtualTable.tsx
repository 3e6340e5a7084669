import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useRef } from 'react';

interface VirtualTableProps {
  readonly label: string;
  /** The cells of the head, as `th`. */
  readonly head: ReactNode;
  readonly count: number;
  /** The row at a place from 0, as `tr` with `aria-rowindex` place + 2 and `dashboard.css`'s fixed height. */
  readonly row: (place: number) => ReactNode;
  /** Called when the last row comes into view, for lists that are read page by page. */
  readonly onEnd?: () => void;
  readonly className?: string;
}

/** Height of a row in pixels; `dashboard.css` holds rows to it. */
const rowHeight = 44;

/** A scrolling table of any length: only the rows in view are in the page, between two empty ones. */
export function VirtualTable({ label, head, count, row, onEnd, className = '' }: VirtualTableProps) {
  const scroller = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    onChange: ({ range }) => {
      if (range && range.endIndex >= count - 1) onEnd?.();
    },
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section ref={scroller} className="scroller" tabIndex={0} aria-label={label}>
      <table className={`virtual-table ${className}`} aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>{head}</tr>
        </thead>
        <tbody>
          {above > 0 && <tr style={{ height: above }} />}
          {shown.map(({ index }) => row(index))}
          {below > 0 && <tr style={{ height: below }} />}
        </tbody>
      </table>
    </section>
  );
}
