import { type ReactNode, useId } from 'react';

/** What every option of a run shows. */
export interface OptionFieldTexts {
  readonly label: string;
  readonly hint: string;
}

interface OptionFieldProps extends OptionFieldTexts {
  /** Draws the control under these ids. */
  readonly control: (ids: { readonly id: string; readonly 'aria-describedby': string }) => ReactNode;
}

/** An option of a run: its label, its control, and the hint that the control is described by. */
export function OptionField({ label, hint, control }: OptionFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {control({ id, 'aria-describedby': `${id}-hint` })}
      <span id={`${id}-hint`} className="small soft">
        {hint}
      </span>
    </div>
  );
}
