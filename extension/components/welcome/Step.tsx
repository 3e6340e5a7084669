import type { ReactNode } from 'react';
import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly state: 'done' | 'current' | 'later';
  readonly children?: ReactNode;
}

/** One numbered step; a tick in place of the number when it is done. */
export function Step({ number, title, state, children }: StepProps) {
  return (
    <li className={`step step-${state}`} {...(state === 'current' ? { 'aria-current': 'step' } : {})}>
      <span className="step-number" aria-hidden="true">
        {state === 'done' ? <Icon name="check" /> : number}
      </span>
      <div className="stack grow">
        <h2>
          {title}
          {state === 'done' && <span className="visually-hidden"> ({texts.common.done})</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}
