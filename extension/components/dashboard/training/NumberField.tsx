import { OptionField, type OptionFieldTexts } from './OptionField.tsx';

interface NumberFieldProps extends OptionFieldTexts {
  readonly value: string;
  readonly invalid: boolean;
  readonly onChange: (value: string) => void;
}

/** A whole number of a run's options, kept as it is typed. */
export function NumberField({ value, invalid, onChange, ...texts }: NumberFieldProps) {
  return (
    <OptionField
      {...texts}
      control={(ids) => (
        <input
          {...ids}
          className="input number-input"
          inputMode="numeric"
          value={value}
          aria-invalid={invalid}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    />
  );
}

/** Digits only: `Number` would take an empty field for 0. */
export function numberIn(text: string): number | undefined {
  return /^\d+$/.test(text.trim()) ? Number(text) : undefined;
}
