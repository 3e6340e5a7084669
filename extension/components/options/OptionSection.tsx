import type { ReactNode } from 'react';

interface OptionSectionProps {
  /** Also the part of the address that leads here. */
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

export function OptionSection({ id, title, hint, children }: OptionSectionProps) {
  return (
    <section id={id} className="card stack" aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        {hint && <p className="soft">{hint}</p>}
      </div>
      {children}
    </section>
  );
}
