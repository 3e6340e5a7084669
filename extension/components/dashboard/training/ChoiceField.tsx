import type { ReactNode } from 'react';
import { OptionField, type OptionFieldTexts } from './OptionField.tsx';

interface ChoiceFieldProps extends OptionFieldTexts {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  /** The choices, as `option`. */
  readonly children: ReactNode;
}

/** One of a run's options that is chosen from a list. */
export function ChoiceField({ value, onChange, children, ...texts }: ChoiceFieldProps) {
  return (
    <OptionField
      {...texts}
      control={(ids) => (
        <select {...ids} className="input" value={value} onChange={({ target }) => onChange(target.value)}>
          {children}
        </select>
      )}
    />
  );
}
