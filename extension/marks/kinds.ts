import { type Severity, severities } from '../../shared/protocol/finding.ts';
import { hasOtherAssistant } from '../fields/other-assistants.ts';

/** Each severity has a shape and a colour of its own; both hold on light and on dark pages (3:1 on the page's colour). */
const kinds: Record<Severity, { readonly line: string; readonly light: string; readonly dark: string }> = {
  'unlawful-risk': { line: 'double', light: '#a6231b', dark: '#ff9d92' },
  exclusionary: { line: 'solid', light: '#8a4b00', dark: '#f2b66b' },
  coded: { line: 'dashed', light: '#5a3ea8', dark: '#c5b3ff' },
  style: { line: 'dotted', light: '#455565', dark: '#b4c1cf' },
};

const shades = ['light', 'dark'] as const;
/** Where the line stands: close under the word, or lower, clear of the line that another assistant draws there. */
const lines = { close: '0.12em', low: 'calc(0.12em + 3px)' } as const;
type Line = keyof typeof lines;

/** How marks look in one field. */
export interface Look {
  /** `dark`: the field shows light text, so that marks need their light colours. */
  readonly shade: (typeof shades)[number];
  readonly line: Line;
}

export const activeKind = 'autorefine-active';

/** The name under which the ranges of one severity are registered. */
export function kindName(severity: Severity, { shade, line }: Look): string {
  return `autorefine-${severity}-${shade}-${line}`;
}

const looks: readonly Look[] = shades.flatMap((shade) => [
  { shade, line: 'close' },
  { shade, line: 'low' },
]);

/** On an element of our own whose text is marked; elements of the page are marked in editable regions alone. */
export const markedText = 'data-autorefine-marked';

/**
 * Only of what can hold marks: a rule for every element of the page would make each change of the page dearer. What stands
 * inside such an element inherits its highlights.
 */
function highlight(name: string): string {
  return `[contenteditable]::highlight(${name}), [${markedText}]::highlight(${name})`;
}

/** Rules for every kind as custom highlights. They change the line under a word and never its size or place. */
export function highlightRules(): string {
  const active = highlight(activeKind);
  const rules = severities.flatMap((severity) =>
    looks.map((look) => {
      const { line } = kinds[severity];
      return `${highlight(kindName(severity, look))} {
        text-decoration: underline ${line} ${thickness(line)} ${kinds[severity][look.shade]};
        text-decoration-skip-ink: none;
        text-underline-offset: ${lines[look.line]};
      }`;
    }),
  );
  return `${rules.join('\n')}
    ${active} { background-color: rgb(11 92 104 / 0.22); }
    @media (forced-colors: active) { ${active} { background-color: Highlight; } }`;
}

/** A double line needs less to be as heavy to the eye as the others. */
function thickness(line: string): string {
  return line === 'double' ? '1px' : '2px';
}

/** The line of one severity as a style for a box that is drawn under a word; `lowered` in pixels. */
export function boxStyle(severity: Severity, look: Look): { line: string; colour: string; lowered: number } {
  const { line, [look.shade]: colour } = kinds[severity];
  return { line, colour, lowered: look.line === 'low' ? 3 : 0 };
}

/** The look that is seen in a field, whatever its colours and whoever else marks it. */
export function lookOf(element: Element): Look {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).color ?? '';
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
  return { shade: light ? 'dark' : 'light', line: hasOtherAssistant(element) ? 'low' : 'close' };
}
