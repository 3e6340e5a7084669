import { useId } from 'react';
import { texts } from '../../../texts.ts';

interface NightlyHourProps {
  /** 0 to 23, in this computer's time. */
  readonly hour: number;
  readonly disabled: boolean;
  readonly onChange: (hour: number) => void;
}

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** When the nightly training run starts. */
export function NightlyHour({ hour, disabled, onChange }: NightlyHourProps) {
  const id = useId();
  const t = texts.dashboard.privacy.settings.nightly;
  return (
    <div className="row wrap">
      <label htmlFor={id}>{t.hourLabel}</label>
      <select
        id={id}
        className="input"
        value={hour}
        disabled={disabled}
        onChange={({ target }) => onChange(Number(target.value))}
      >
        {hours.map((one) => (
          <option key={one} value={one}>
            {t.hour(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
