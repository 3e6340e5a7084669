import type { Retention } from '../../../../shared/protocol/company-data.ts';
import { texts } from '../../../texts.ts';
import { placeName } from '../../findings/place-name.ts';

interface RetentionPlacesProps {
  readonly floors: Retention['floors'];
  /** Codes of the places whose floors hold, such as `US-CA`. */
  readonly chosen: readonly string[];
  readonly busy: boolean;
  readonly onChange: (chosen: string[]) => void;
}

/** In which places records must be kept for a time, with each rule; a place that no rule is known of stays chosen. */
export function RetentionPlaces({ floors, chosen, busy, onChange }: RetentionPlacesProps) {
  const t = texts.dashboard.privacy.retention;
  return (
    <fieldset className="choices">
      <legend>{t.places}</legend>
      {floors.map(({ jurisdiction, days, rule, checkedOn }) => (
        <label key={`${jurisdiction} ${rule}`} className="checkbox">
          <input
            type="checkbox"
            checked={chosen.includes(jurisdiction)}
            disabled={busy}
            onChange={({ target }) =>
              onChange(
                target.checked ? [...chosen, jurisdiction] : chosen.filter((other) => other !== jurisdiction),
              )
            }
          />
          <span>
            {placeName(jurisdiction)} <span className="soft">{t.floor(days, rule, checkedOn)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
