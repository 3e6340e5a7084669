const iso = /^(\d{4})[-/](\d{1,2})(?!\d)/;
const dayFirst = /^\d{1,2}\.(\d{1,2})\.(\d{4})/;
/** `3/5/2024` is the fifth of March where it is written, unless that month does not exist. */
const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/;

/**
 * The month of a date as exports write it: `2024-05-03`, `2024-05-03T10:00:00Z`, `03.05.2024`, `5/3/2024`.
 * @returns such as `2024-05`, or `undefined` where no month can be read.
 */
export function postingMonth(date: string): string | undefined {
  const text = date.trim();
  const [, isoYear, isoMonth] = iso.exec(text) ?? [];
  if (isoYear && isoMonth) return monthOf(isoYear, isoMonth);
  const [, dottedMonth, dottedYear] = dayFirst.exec(text) ?? [];
  if (dottedYear && dottedMonth) return monthOf(dottedYear, dottedMonth);
  const [, first, second, year] = slashes.exec(text) ?? [];
  if (first && second && year) return monthOf(year, first) ?? monthOf(year, second);
  return undefined;
}

function monthOf(year: string, month: string): string | undefined {
  const number = Number(month);
  return number >= 1 && number <= 12 ? `${year}-${String(number).padStart(2, '0')}` : undefined;
}
