import type { ReactNode } from 'react';
import { Switch } from '../../common/Switch.tsx';

interface SettingSwitchProps {
  readonly title: string;
  readonly hint: string;
  readonly on: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
  /** What more can be chosen about it. */
  readonly children?: ReactNode;
}

/** A switch with its name and what it does beside it. */
export function SettingSwitch({ title, hint, on, disabled = false, onChange, children }: SettingSwitchProps) {
  return (
    <div className="row spread setting">
      <div className="grow">
        <strong>{title}</strong>
        <p className="soft">{hint}</p>
        {children}
      </div>
      <Switch label={title} on={on} disabled={disabled} onChange={onChange} />
    </div>
  );
}
