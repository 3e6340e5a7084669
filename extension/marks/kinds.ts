import { type Severity, severities } from '../../shared/protocol/finding.ts';

/** Each severity has a shape and a colour of its own; both hold on light and on dark pages (3:1 on the page's colour). */
const kinds: Record<Severity, { readonly line: string; readonly light: string; readonly dark: string }> = {
  'unlawful-risk': { line: 'double', light: '#a6231b', dark: '#ff9d92' },
  exclusionary: { line: 'solid', light: '#8a4b00', dark: '#f2b66b' },
  coded: { line: 'dashed', light: '#5a3ea8', dark: '#c5b3ff' },
  style: { line: 'dotted', light: '#455565', dark: '#b4c1cf' },
};

export type Shade = 'light' | 'dark';
export const activeKind = 'autorefine-active';

/** The name under which the ranges of one severity are registered. */
export function kindName(severity: Severity, shade: Shade): string {
  return `autorefine-${severity}-${shade}`;
}

export const kindNames: readonly string[] = [
  ...severities.flatMap((severity) => [kindName(severity, 'light'), kindName(severity, 'dark')]),
  activeKind,
];

/** Rules for every kind as custom highlights. They change the line under a word and never its size or place. */
export function highlightRules(): string {
  const rules = severities.flatMap((severity) =>
    (['light', 'dark'] as const).map((shade) => {
      const { line } = kinds[severity];
      return `::highlight(${kindName(severity, shade)}) {
        text-decoration: underline ${line} ${thickness(line)} ${kinds[severity][shade]};
        text-decoration-skip-ink: none;
        text-underline-offset: 0.12em;
      }`;
    }),
  );
  return `${rules.join('\n')}
    ::highlight(${activeKind}) { background-color: rgb(11 92 104 / 0.22); }
    @media (forced-colors: active) { ::highlight(${activeKind}) { background-color: Highlight; } }`;
}

/** A double line needs less to be as heavy to the eye as the others. */
function thickness(line: string): string {
  return line === 'double' ? '1px' : '2px';
}

/** The line of one severity as a style for a box that is drawn under a word. */
export function boxStyle(severity: Severity, shade: Shade): { line: string; colour: string } {
  return { line: kinds[severity].line, colour: kinds[severity][shade] };
}

/** Whether a field shows light text, so that marks need their light colours. */
export function shadeOf(element: Element): Shade {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140 ? 'dark' : 'light';
}
