import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';
import type { PlacedFinding } from '../posting-view.ts';
import { EvidenceLine } from './EvidenceLine.tsx';

export interface FindingActions {
  readonly onShow: (item: PlacedFinding) => void;
  readonly onUse?: (item: PlacedFinding, suggestion: string) => void;
}

interface FindingItemProps extends FindingActions {
  readonly item: PlacedFinding;
}

const shownSuggestions = 3;

/** One finding: the words (a button that goes to them), why, how strong the evidence is, and other words to use. */
export function FindingItem({ item, onShow, onUse }: FindingItemProps) {
  const { finding, place } = item;
  const t = texts.findings;
  return (
    <li className="finding">
      <div className="row finding-head">
        <Icon name={finding.severity} size={14} className={`severity-${finding.severity}`} />
        {place ? (
          <button
            type="button"
            className="finding-words grow"
            onClick={() => onShow(item)}
            aria-label={t.show(finding.text)}
          >
            {finding.text}
          </button>
        ) : (
          <span className="finding-words grow">{t.wholePosting}</span>
        )}
        <span className="tag">{texts.category[finding.category]}</span>
      </div>
      <p>{finding.message}</p>
      {place && onUse && finding.suggestions.length > 0 && (
        <div className="row wrap">
          {finding.suggestions.slice(0, shownSuggestions).map((suggestion) => (
            <button
              key={suggestion}
              type="button"
              className="button button-small suggestion"
              aria-label={suggestion ? t.replaceLabel(finding.text, suggestion) : t.deleteLabel(finding.text)}
              onClick={() => onUse(item, suggestion)}
            >
              {suggestion || t.deleteWord}
            </button>
          ))}
        </div>
      )}
      <EvidenceLine evidence={finding.evidence} />
    </li>
  );
}
