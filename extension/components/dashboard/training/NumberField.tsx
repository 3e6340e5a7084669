import { useId } from 'react';

interface NumberFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly invalid: boolean;
  readonly onChange: (value: string) => void;
}

/** A whole number of a run's options, kept as it is typed. */
export function NumberField({ label, hint, value, invalid, onChange }: NumberFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="input number-input"
        inputMode="numeric"
        value={value}
        aria-invalid={invalid}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <span id={`${id}-hint`} className="small soft">
        {hint}
      </span>
    </div>
  );
}

/** Digits only: `Number` would take an empty field for 0. */
export function numberIn(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
