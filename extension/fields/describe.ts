import { frameElements, isElement, isInput, isTextarea } from './dom.ts';
import { type OptOut, optOutOf } from './opt-out.ts';
import {
  holds,
  localNameOf,
  matchesSelector,
  parentElementOf,
  previousElementOf,
  rootOf,
  textContentOf,
} from './unclobbered.ts';

/** What is known of a field without reading its meaning; the scoring works on this alone. */
export interface FieldDescription {
  readonly control: 'textarea' | 'input' | 'select' | 'rich';
  /** Its name: label, aria-label, placeholder and the like, lower case. */
  readonly label: string;
  /** Heading, legend or text just before it, lower case. */
  readonly nearby: string;
  /** `name`, `id` and test id, with the words apart. */
  readonly identifiers: string;
  /** Input type, role and autocomplete tokens. */
  readonly kind: string;
  /** In pixels; 0 for inputs and lists. */
  readonly width: number;
  readonly height: number;
  readonly textLength: number;
  /** A known editor's markup. */
  readonly knownEditor: boolean;
  readonly optOut: OptOut;
}

/** Elements, or their surroundings, by which an editor that job sites use is known. */
const editorMarkers = [
  '.ql-editor',
  '.ProseMirror',
  '[data-lexical-editor="true"]',
  '[data-slate-editor="true"]',
  '.public-DraftEditor-content',
  '.ck-editor__editable',
  '.cke_editable',
  '.mce-content-body',
  'trix-editor',
  '.note-editable',
  '.fr-element',
  '.redactor-in',
  '.jodit-wysiwyg',
  '[id^="JobDescription-editor"]',
].join(', ');

export function describeField(element: HTMLElement): FieldDescription {
  const outer = (element.ownerDocument.defaultView && frameElements(element.ownerDocument)[0]) ?? element;
  const control = controlOf(element);
  // Only of a field for long text the size says something, and asking for it may lay the page out.
  const sized = control === 'textarea' || control === 'rich';
  const { width, height } = sized ? outer.getBoundingClientRect() : { width: 0, height: 0 };
  const knownEditor = element.matches(editorMarkers);
  const label = squeeze([...labelsOf(element), ...(outer === element ? [] : labelsOf(outer))].join(' '));
  return {
    control,
    label,
    // What is called by a label of its own is judged by that alone, unless it is for long text; and to look around is dear.
    nearby: sized || label === '' ? squeeze(nearbyText(outer)) : '',
    identifiers: squeeze(identifiersOf(element)),
    kind: squeeze(
      ['type', 'role', 'autocomplete', 'inputmode'].map((name) => element.getAttribute(name) ?? '').join(' '),
    ),
    width,
    height,
    textLength: textOf(element).length,
    knownEditor,
    optOut: optOutOf(element, knownEditor),
  };
}

function controlOf(element: Element): FieldDescription['control'] {
  if (isTextarea(element)) return 'textarea';
  if (isInput(element)) return 'input';
  return localNameOf(element) === 'select' ? 'select' : 'rich';
}

function textOf(element: HTMLElement): string {
  return isTextarea(element) || isInput(element) ? element.value : (element.textContent ?? '');
}

function labelsOf(element: Element): string[] {
  const root = element.getRootNode() as Document | ShadowRoot;
  const byId = (ids: string | null) =>
    (ids ?? '').split(/\s+/).flatMap((id) => (id ? [root.getElementById?.(id)?.textContent ?? ''] : []));
  const native = 'labels' in element ? [...((element as HTMLTextAreaElement).labels ?? [])] : [];
  const named = ['aria-label', 'placeholder', 'data-placeholder', 'title', 'label'];
  return [
    ...native.map((label) => label.textContent ?? ''),
    ...byId(element.getAttribute('aria-labelledby')),
    ...named.map((name) => element.getAttribute(name) ?? ''),
  ];
}

function identifiersOf(element: Element): string {
  const own = ['name', 'id', 'data-testid', 'data-qa', 'formcontrolname'].map(
    (name) => element.getAttribute(name) ?? '',
  );
  const host = element.getRootNode();
  const custom = 'host' in host ? [(host as ShadowRoot).host.localName, (host as ShadowRoot).host.id] : [];
  return [...own, ...custom]
    .join(' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.:[\]]+/g, ' ');
}

/** Parts of an editor that stand before the text and say nothing about it. */
const furniture =
  'input, textarea, select, iframe, script, style, button, [contenteditable], [role="toolbar"], [class*="toolbar" i], .ck-editor__top';

/** Short texts that stand before the field, from the nearest outwards: headings and labels that are tied to nothing. */
function nearbyText(element: Element): string {
  const texts: string[] = [];
  let place: Element | null = element;
  for (let level = 0; level < 5 && place; level += 1) {
    let before: Element | null = previousElementOf(place);
    for (let step = 0; step < 3 && before; step += 1, before = previousElementOf(before)) {
      if (matchesSelector(before, furniture)) continue;
      const text = textContentOf(before)?.trim() ?? '';
      if (text.length > 1 && text.length < 120 && !holds(before, furniture)) texts.push(text);
    }
    place = parentElementOf(place) ?? shadowHost(place);
  }
  const legend = element.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
  return [...texts, legend].join(' ');
}

function shadowHost(element: Element): Element | null {
  const root = rootOf(element);
  const host = 'host' in root ? (root as ShadowRoot).host : null;
  return isElement(host) ? host : null;
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 400).toLowerCase();
}
