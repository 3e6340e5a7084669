import { texts } from '../../texts.ts';

/** A jurisdiction code as a reader knows it; a code without a name is shown as it is. */
export function placeName(code: string): string {
  const names: Readonly<Record<string, string>> = texts.places;
  return names[code] ?? code;
}
