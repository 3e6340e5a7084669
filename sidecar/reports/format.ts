import { texts } from './texts.ts';

/** Figures as an English reader expects them, the same on every machine: the locale is fixed. */
const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A dash for what is not defined or not shown. */
export const nothing = '–';

export function count(value: number | null): string {
  return value === null ? nothing : grouped.format(value);
}

/** Keeps a figure and its sign on one line. */
const unit = '\u00a0%';

/** A share in [0, 1] as a percentage with one decimal. */
export function percent(share: number | null): string {
  return share === null ? nothing : `${(share * 100).toFixed(1)}${unit}`;
}

/** What wording is about, in words; a category of the company's own rules keeps its name. */
export function categoryWord(category: string): string {
  return texts.categories[category] ?? category;
}

/** A ratio with two decimals; an infinite one as its sign. */
export function ratio(value: number | null): string {
  if (value === null) return nothing;
  if (value === Infinity) return '∞';
  const rounded = value.toFixed(2);
  return rounded === '-0.00' ? '0.00' : rounded;
}

/** A measure without a unit, three decimals. */
export function decimals(value: number | null): string {
  if (value === null) return nothing;
  const rounded = value.toFixed(3);
  return rounded === '-0.000' ? '0.000' : rounded;
}

/** A p-value: never 0, never more digits than anybody can use. */
export function probability(p: number | null): string {
  if (p === null) return nothing;
  if (p < 0.001) return '<\u00a0.001';
  return p >= 0.9995 ? '1' : p.toFixed(3).slice(1);
}

/** A signed difference of shares in percentage points. */
export function points(difference: number | null): string {
  if (difference === null) return nothing;
  const rounded = (difference * 100).toFixed(1);
  return `${Number(rounded) > 0 ? '+' : ''}${rounded === '-0.0' ? '0.0' : rounded} pp`;
}

interface Limits {
  readonly lower: number;
  readonly upper: number;
}

export function percentRange(interval: Limits | null): string {
  if (interval === null) return nothing;
  return `${(interval.lower * 100).toFixed(1)} to ${(interval.upper * 100).toFixed(1)}${unit}`;
}

export function ratioRange(interval: Limits | null): string {
  return interval === null ? nothing : `${ratio(interval.lower)} to ${ratio(interval.upper)}`;
}

/** `one, two and three`. */
export function list(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A name as a heading. */
export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function plural(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}
