import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';
import type { PlacedFinding } from '../posting-view.ts';
import { EvidenceLine } from './EvidenceLine.tsx';
import { placeName } from './place-name.ts';

export interface LegalSettings {
  readonly jurisdictions: readonly string[];
  /** When the law data was last checked, as YYYY-MM-DD. */
  readonly checkedOn: string;
}

interface LegalChecksProps extends LegalSettings {
  readonly items: readonly PlacedFinding[];
  readonly onShow: (item: PlacedFinding) => void;
  readonly onChooseLocations: () => void;
  /** Keys of checks the user answered with "given elsewhere", for this session. */
  readonly dismissed: ReadonlySet<string>;
  readonly onDismiss: (key: string, dismissed: boolean) => void;
}

/** What the law asks of a posting where the company hires. */
export function LegalChecks(props: LegalChecksProps) {
  const { items, jurisdictions, checkedOn, onShow, onChooseLocations, dismissed, onDismiss } = props;
  const t = texts.findings;
  return (
    <section className="card stack" aria-labelledby="legal-title">
      <h2 id="legal-title" className="row">
        <Icon name="law" />
        {t.legalTitle}
      </h2>
      <div className="row wrap">
        {jurisdictions.length > 0 && <span className="soft">{t.legalLocations}</span>}
        {jurisdictions.map((place) => (
          <span key={place} className="tag">
            {placeName(place)}
          </span>
        ))}
        <button type="button" className="button button-quiet button-small" onClick={onChooseLocations}>
          {jurisdictions.length === 0 ? t.legalNoLocationsButton : t.legalChange}
        </button>
      </div>
      {items.length === 0 && <p>{jurisdictions.length === 0 ? t.legalNoLocations : t.legalNone}</p>}
      <ul className="findings">
        {items.map((item) => (
          <LegalItem
            key={item.key}
            item={item}
            dismissed={dismissed.has(item.key)}
            onShow={onShow}
            onDismiss={(value) => onDismiss(item.key, value)}
          />
        ))}
      </ul>
      <p className="small soft">
        {t.legalDisclaimer} {t.legalChecked(checkedOn)}
      </p>
    </section>
  );
}

interface LegalItemProps {
  readonly item: PlacedFinding;
  readonly dismissed: boolean;
  readonly onShow: (item: PlacedFinding) => void;
  readonly onDismiss: (dismissed: boolean) => void;
}

function LegalItem({ item, dismissed, onShow, onDismiss }: LegalItemProps) {
  const { finding, place } = item;
  const t = texts.findings;
  return (
    <li className={dismissed ? 'finding finding-dismissed' : 'finding'}>
      {place && (
        <button
          type="button"
          className="finding-words"
          onClick={() => onShow(item)}
          aria-label={t.show(finding.text)}
        >
          {finding.text}
        </button>
      )}
      <p>
        {finding.jurisdictions?.map((code) => (
          <span key={code} className="tag law-place">
            {placeName(code)}
          </span>
        ))}{' '}
        {finding.message}
      </p>
      {!dismissed && <EvidenceLine evidence={finding.evidence} />}
      {!place && (
        <div className="row wrap">
          {!dismissed && <span className="small soft">{t.legalNotFound}</span>}
          <button type="button" className="button button-small" onClick={() => onDismiss(!dismissed)}>
            {dismissed ? t.givenElsewhereUndo : t.givenElsewhere}
          </button>
        </div>
      )}
    </li>
  );
}
