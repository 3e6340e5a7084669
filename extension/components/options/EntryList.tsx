import { Icon } from '../common/Icon.tsx';

interface EntryListProps {
  readonly title: string;
  readonly entries: readonly string[];
  /** Said after the entry. */
  readonly detail?: (entry: string) => string;
  readonly removeLabel: (entry: string) => string;
  readonly onRemove: (entry: string) => void;
}

/** Short entries, each with a button that takes it out. Nothing when there are none. */
export function EntryList({ title, entries, detail, removeLabel, onRemove }: EntryListProps) {
  if (entries.length === 0) return null;
  return (
    <div className="stack-tight">
      <h3 className="small soft">{title}</h3>
      <ul className="row wrap">
        {entries.map((entry) => (
          <li key={entry} className="entry">
            {entry}
            {detail && <span className="soft"> {detail(entry)}</span>}
            <button
              type="button"
              className="entry-remove"
              aria-label={removeLabel(entry)}
              title={removeLabel(entry)}
              onClick={() => onRemove(entry)}
            >
              <Icon name="cross" size={12} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
