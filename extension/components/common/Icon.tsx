import type { ReactElement } from 'react';

/** Shapes differ as well as colours, so that severity is never told by colour alone. 16 x 16, drawn in the text colour. */
const shapes = {
  'unlawful-risk': (
    <>
      <path d="M5.3 1.2h5.4l4.1 4.1v5.4l-4.1 4.1H5.3l-4.1-4.1V5.3z" fill="currentColor" stroke="none" />
      <path d="M8 4.4v4.4M8 11.2v.4" stroke="var(--surface)" />
    </>
  ),
  exclusionary: (
    <>
      <path d="M8 1.8 15 14.2H1z" fill="currentColor" strokeLinejoin="round" />
      <path d="M8 6v3.6M8 12v.2" stroke="var(--surface)" />
    </>
  ),
  coded: <path d="M8 1.8 14.2 8 8 14.2 1.8 8z" strokeLinejoin="round" />,
  style: <circle cx="8" cy="8" r="5.6" />,
  question: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.9c-.6.3-.8.6-.8 1.3M8 11.6v.2" />
    </>
  ),
  law: (
    <path d="M8 2v12M4.5 14h7M3 4.5h10M3 4.5 1.2 9h3.6zM13 4.5 11.2 9h3.6zM1.2 9a1.8 1.8 0 0 0 3.6 0M11.2 9a1.8 1.8 0 0 0 3.6 0" />
  ),
  check: <path d="m2.6 8.6 3.5 3.6 7.3-8" strokeWidth="2" />,
  cross: <path d="m3.5 3.5 9 9m0-9-9 9" />,
  info: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 7.2v4.2M8 4.6v.2" />
    </>
  ),
  shield: <path d="M8 1.6 13.6 4v4c0 3.4-2.4 5.6-5.6 6.6C4.8 13.6 2.4 11.4 2.4 8V4zM5.5 8l1.9 1.9 3.3-3.7" />,
  pen: (
    <path d="m2.4 13.6.7-3.2 7.7-7.7a1.5 1.5 0 0 1 2.1 0l.4.4a1.5 1.5 0 0 1 0 2.1L5.6 12.9zM9.6 4l2.4 2.4" />
  ),
  copy: <path d="M5.5 5.5V2.2h8.3v8.3h-3.3M2.2 5.5h8.3v8.3H2.2z" />,
  download: <path d="M8 2v8m-3.2-3L8 10.2 11.2 7M2.4 13.6h11.2" />,
  upload: <path d="M8 10.6v-8m-3.2 3L8 2.4l3.2 3.2M2.4 13.6h11.2" />,
  gear: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.4v2M8 12.6v2M1.4 8h2M12.6 8h2M3.3 3.3l1.4 1.4M11.3 11.3l1.4 1.4M12.7 3.3l-1.4 1.4M4.7 11.3l-1.4 1.4" />
    </>
  ),
  page: <path d="M3.4 1.6h6.2l3 3v9.8H3.4zM9.6 1.6v3h3M5.6 8h4.8M5.6 10.8h4.8" />,
  plug: <path d="M5.4 1.8v3M10.6 1.8v3M3.4 4.8h9.2v2.4a4.6 4.6 0 0 1-9.2 0zM8 11.8v2.8" />,
  back: <path d="M6 3 2.4 6.6 6 10.2M2.6 6.6h7a4 4 0 0 1 0 8H7" />,
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof shapes;

interface IconProps {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string;
}

/** Decoration beside words that say the same: hidden from screen readers. */
export function Icon({ name, size = 16, className }: IconProps) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[name]}
    </svg>
  );
}
