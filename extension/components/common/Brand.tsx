import { texts } from '../../texts.ts';

interface BrandProps {
  readonly size?: number;
}

/** The product's sign: lines of text that reach wider. */
export function Brand({ size = 22 }: BrandProps) {
  return (
    <span className="brand">
      <img src="/icon/icon.svg" width={size} height={size} alt="" />
      <span>{texts.product}</span>
    </span>
  );
}
