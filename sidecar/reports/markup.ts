/** Text that is already HTML. */
export interface Markup {
  readonly markup: string;
}

/** Text as it may stand in HTML or SVG, between tags or in a quoted attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Declares a string to be HTML: for drawings and styles of our own, never for text from outside. */
export function trusted(markup: string): Markup {
  return { markup };
}

type Part = string | number | Markup | readonly Part[] | false | null | undefined;

function toMarkup(part: Part): string {
  if (part === false || part === null || part === undefined) return '';
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  return 'markup' in part ? part.markup : part.map(toMarkup).join('');
}

/** HTML with every value escaped unless it is HTML itself; lists are joined, `false` and `null` are left out. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.reduce((whole, text, i) => whole + toMarkup(parts[i - 1]) + text) };
}
