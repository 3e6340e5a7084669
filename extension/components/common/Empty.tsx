import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly hint: string;
  readonly figure?: ReactNode;
  readonly children?: ReactNode;
}

/** A page or list with nothing in it yet: what that means and what to do next. */
export function Empty({ title, hint, figure, children }: EmptyProps) {
  return (
    <div className="empty">
      {figure && <div className="empty-figure">{figure}</div>}
      <h2>{title}</h2>
      <p>{hint}</p>
      {children}
    </div>
  );
}
