import type { FieldChoice, FieldRole } from '../messages.ts';
import { isPostingPath } from '../sites.ts';
import { describeField, type FieldDescription } from './describe.ts';
import { type FormContext, scoreField } from './score.ts';

export interface PostingField {
  readonly element: HTMLElement;
  readonly role: FieldRole;
  readonly label: string;
  readonly signature: string;
}

/** Recognises a field of a site again after a reload: what it is called, not where it stands. */
export function fieldSignature(field: FieldDescription): string {
  return [field.control, field.label || field.identifiers || field.nearby].join(':').slice(0, 120);
}

/** @param sitePaths paths of posting forms on this site that the company's rule packs name. */
export function formContext(document: Document, sitePaths: readonly string[] = []): FormContext {
  const headings = [...document.querySelectorAll('h1, h2, legend, [role="heading"]')].slice(0, 20);
  const text = [document.title, ...headings.map((heading) => heading.textContent ?? '')].join(' ');
  return {
    postingPath: isPostingPath(
      document.location?.hostname ?? '',
      document.location?.pathname ?? '',
      sitePaths,
    ),
    pageText: text.slice(0, 2_000).toLowerCase(),
  };
}

/** No posting has more fields, and no form more to look through: a page cannot keep us busy with thousands. */
const mostFields = 60;
export const mostLookedAt = 1_000;
/** A posting has one title, pay and place, now and then in several languages; a list with a city in each row is something else. */
const mostOfAValue = 5;

/**
 * The fields of `elements` that belong to a posting. The user's corrections come first; then the scores. Titles, pay and
 * place count only beside a body: a form that asks for a city is not yet a posting.
 */
export function postingFields(
  elements: readonly HTMLElement[],
  context: FormContext,
  choices: readonly FieldChoice[],
): PostingField[] {
  const fields: PostingField[] = [];
  const counts = new Map<FieldRole, number>();
  for (const element of elements.slice(0, mostLookedAt)) {
    if (fields.length === mostFields) break;
    const description = describeField(element);
    const signature = fieldSignature(description);
    const chosen = choices.find((choice) => choice.field === signature)?.role;
    const role = chosen ?? scoreField(description, context)?.role;
    if (!role || role === 'none') continue;
    const count = counts.get(role) ?? 0;
    if (count === mostOfAValue && role !== 'body' && role !== 'section') continue;
    // Last, because it may lay the page out: most fields of a page have no role.
    if (!isUsable(element)) continue;
    counts.set(role, count + 1);
    fields.push({ element, role, label: labelOf(description), signature });
  }
  return fields.some(({ role }) => role === 'body' || role === 'section') ? fields : [];
}

function labelOf(field: FieldDescription): string {
  const words = field.label || field.nearby || 'posting';
  return words.charAt(0).toUpperCase() + words.slice(1, 60);
}

function isUsable(element: HTMLElement): boolean {
  if (!element.isConnected) return false;
  if ('disabled' in element && element.disabled) return false;
  if ('readOnly' in element && element.readOnly) return false;
  return element.checkVisibility({ visibilityProperty: true }) && isOnPage(element);
}

/** Editors keep helpers of a pixel, or far outside of the page, to catch what is pasted or typed. */
function isOnPage(element: HTMLElement): boolean {
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const view = element.ownerDocument.defaultView;
  return width > 8 && height > 8 && right + (view?.scrollX ?? 0) > 0 && bottom + (view?.scrollY ?? 0) > 0;
}
