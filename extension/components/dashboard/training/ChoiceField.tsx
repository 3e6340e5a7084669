import { type ReactNode, useId } from 'react';

interface ChoiceFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  /** The choices, as `option`. */
  readonly children: ReactNode;
}

/** One of a run's options that is chosen from a list. */
export function ChoiceField({ label, hint, value, onChange, children }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      >
        {children}
      </select>
      <span id={`${id}-hint`} className="small soft">
        {hint}
      </span>
    </div>
  );
}
