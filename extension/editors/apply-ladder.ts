import type { EditorSurroundings, FieldText, ReplaceResult, ReplaceWay, Span } from './contract.ts';
import type { Step } from './steps.ts';

/** The field a ladder works on. */
export interface LadderField {
  readonly root: HTMLElement;
  read(): FieldText;
  rangeFor(span: Span): Range | undefined;
}

/**
 * Tries one way after the other until the field says what it should. Each is read back after the editor had time to
 * answer; the next is tried only when the text is still the old one, so that no two ways ever add up.
 */
export async function climb(
  field: LadderField,
  steps: readonly Step[],
  span: Span,
  text: string,
  surroundings: EditorSurroundings,
): Promise<ReplaceResult> {
  const original = field.read().text;
  const expected = original.slice(0, span.start) + text + original.slice(span.end);

  for (const step of steps) {
    const range = field.rangeFor(span);
    if (!range) return { ok: false, how: 'none', why: 'The text is no longer there.' };
    if (!(await step.run({ root: field.root, range, text, surroundings }))) continue;
    const found = await readBack(field, original, expected, surroundings);
    if (found === 'done') return { ok: true, how: step.how };
    if (found === 'different') return changedOtherwise(step.how);
  }
  const copied = await surroundings.copy(text);
  return copied
    ? {
        ok: false,
        how: 'clipboard',
        why: 'This editor did not take the change. The new text is on the clipboard.',
      }
    : { ok: false, how: 'none', why: 'This editor did not take the change.' };
}

/** What became of a change, after the editor had time to answer it. */
export async function readBack(
  field: Pick<LadderField, 'read'>,
  original: string,
  expected: string,
  { settle }: Pick<EditorSurroundings, 'settle'>,
): Promise<'done' | 'unchanged' | 'different'> {
  const says = () => plain(field.read().text);
  await settle();
  // A second look: some editors take an input late, and some take it back.
  if (says() !== plain(expected)) await settle();
  if (says() === plain(expected)) return 'done';
  return says() === plain(original) ? 'unchanged' : 'different';
}

export function changedOtherwise(how: ReplaceWay): ReplaceResult {
  return { ok: false, how, why: 'The editor changed the text in another way. Undo takes it back.' };
}

/** Blank ends of lines and empty lines are layout; editors add and drop them as they like. */
function plain(text: string): string {
  return text.replace(/[^\S\n]*\n\s*/g, '\n').trim();
}
