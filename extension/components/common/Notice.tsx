import type { ReactNode } from 'react';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';

interface NoticeProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Announced by screen readers when it appears. */
  readonly live?: boolean;
}

const icons: Record<NonNullable<NoticeProps['tone']>, IconName> = {
  plain: 'info',
  good: 'check',
  warn: 'info',
  bad: 'cross',
};

export function Notice({ tone = 'plain', title, children, live = false }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} {...(live ? { role: tone === 'bad' ? 'alert' : 'status' } : {})}>
      <Icon name={icons[tone]} />
      <div className="stack-tight grow">
        {title && <strong>{title}</strong>}
        {children}
      </div>
    </div>
  );
}
