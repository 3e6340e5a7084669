import type { Detector } from '../../shared/detection/detector.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import type { EditorSurroundings } from '../editors/contract.ts';
import { familyOf } from '../editors/registry.ts';
import type { PostingField } from '../fields/posting-fields.ts';
import { boxPainter } from '../marks/boxes.ts';
import { highlightPainter } from '../marks/highlights.ts';
import type { LayoutWatch } from '../marks/layout.ts';
import { stormPainter } from '../marks/storm-painter.ts';
import type { FrameSettings } from '../messages.ts';
import type { MarkPlace } from './card-session.ts';
import { type CheckedField, createCheckedField } from './checked-field.ts';

/** What the fields are checked and drawn by; another one replaces it when the settings change. */
export interface CheckedBy {
  readonly detector: Pick<Detector, 'session'>;
  readonly drawing: FrameSettings['drawing'];
}

export interface OpenFieldsParts {
  readonly surroundings: EditorSurroundings;
  readonly layout: LayoutWatch;
  readonly isIgnored: (finding: Finding, text: string) => boolean;
  readonly onChange: () => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKey: (event: KeyboardEvent) => void;
  /** Heard in frames too, whose events do not reach our document. */
  readonly onFocus: (event: FocusEvent) => void;
}

/** The fields of the posting that are open now, in the order in which they stand in the page. */
export interface OpenFields {
  list(): readonly CheckedField[];
  byId(id: string): CheckedField | undefined;
  /** Whether a field of the posting is open at this element. */
  has(element: HTMLElement): boolean;
  /** Every mark, field by field. */
  places(): readonly MarkPlace[];
  /** Opens the fields that are wanted and not open, closes those that are no longer wanted; says whether any was. */
  keep(wanted: readonly PostingField[], by: CheckedBy): boolean;
  checkAll(): void;
  drawAll(): void;
  followAll(): void;
  /** Draws in the way that suits the weather of the page. */
  suit(stormy: boolean): void;
  closeAll(): void;
}

export function createOpenFields(parts: OpenFieldsParts): OpenFields {
  const { surroundings, layout, isIgnored, onChange, onClick, onKey, onFocus } = parts;
  const fields = new Map<HTMLElement, CheckedField>();
  let counter = 0;
  let stormy = false;

  function open(posting: PostingField, { detector, drawing }: CheckedBy): void {
    const editor = familyOf(posting.element)?.open(posting.element, surroundings);
    if (!editor) return;
    counter += 1;
    const boxes = boxPainter(posting.element, surroundings.overlay);
    const inCalm = drawing === 'boxes' || !('highlights' in CSS) ? boxes : highlightPainter();
    const painter = stormPainter(inCalm, boxes);
    painter.suit(stormy);
    const field = createCheckedField({
      id: `field-${counter}`,
      posting,
      editor,
      painter,
      session: detector.session(),
      isIgnored,
      onChange,
    });
    fields.set(posting.element, field);
    layout.add(posting.element);
    editor.root.addEventListener('click', onClick);
    editor.root.addEventListener('keydown', onKey);
    editor.root.addEventListener('focusin', onFocus);
    field.checkSoon();
  }

  function close(element: HTMLElement): void {
    const field = fields.get(element);
    if (!field) return;
    fields.delete(element);
    layout.remove(element);
    field.editor.root.removeEventListener('click', onClick);
    field.editor.root.removeEventListener('keydown', onKey);
    field.editor.root.removeEventListener('focusin', onFocus);
    field.close();
  }

  function inPageOrder(wanted: readonly PostingField[]): void {
    for (const { element } of wanted) {
      const field = fields.get(element);
      if (!field) continue;
      fields.delete(element);
      fields.set(element, field);
    }
  }

  const list = () => [...fields.values()];
  return {
    list,
    has: (element) => fields.has(element),
    byId: (id) => list().find((field) => field.id === id),
    places: () => list().flatMap((field) => field.marks.map((mark) => ({ field, mark }))),
    keep(wanted, by) {
      const before = list();
      const roles = new Map(wanted.map(({ element, role }) => [element, role]));
      for (const [element, { posting }] of fields) {
        if (roles.get(element) !== posting.role) close(element);
      }
      for (const posting of wanted) if (!fields.has(posting.element)) open(posting, by);
      inPageOrder(wanted);
      const after = list();
      return after.length !== before.length || after.some((field, index) => field !== before[index]);
    },
    checkAll() {
      for (const field of fields.values()) field.checkNow();
    },
    drawAll() {
      for (const field of fields.values()) field.draw();
    },
    followAll() {
      for (const field of fields.values()) field.follow();
    },
    suit(next) {
      stormy = next;
      for (const field of fields.values()) field.suit(stormy);
    },
    closeAll() {
      for (const element of [...fields.keys()]) close(element);
    },
  };
}
