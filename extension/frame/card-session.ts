import type { Edit } from '../../shared/protocol/edit.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { type Card, createCard } from '../card/card.ts';
import type { CardActions } from '../card/content.ts';
import { toOurViewport } from '../fields/geometry.ts';
import { otherCardIn } from '../fields/other-assistants.ts';
import { cardTexts } from '../texts/card.ts';
import type { CheckedField } from './checked-field.ts';
import type { IgnoreScope } from './ignored.ts';

/** A mark and the field it is in. */
export interface MarkPlace {
  readonly field: CheckedField;
  readonly mark: Finding;
}

export interface CardSessionParts {
  /** Every mark of the form, field by field, in text order. */
  readonly places: () => readonly MarkPlace[];
  ignore(scope: IgnoreScope, place: MarkPlace): void;
  wrong(place: MarkPlace): void;
  decided(edit: Edit, place: MarkPlace): void;
  openPanel(fieldId: string): void;
}

export interface CardSession {
  readonly card: Card;
  open(place: MarkPlace, byKeyboard: boolean): void;
  /** Opens the card of the mark at the caret or of the first one, or moves into the card that is open. */
  openByKeyboard(): void;
  step(by: 1 | -1): void;
  hide(): void;
  /** The focus is at the end of this path now: closes a card that belongs to another field, and leaves the focus there. */
  focusWentTo(path: readonly EventTarget[]): void;
  /** Keeps an open card beside its words; closes it when they are gone. */
  follow(): void;
  close(): void;
}

/** Other assistants open their cards this long after a click, at most. Milliseconds. */
const othersOpenWithin = 400;

/** What the one card of the form does: which mark it is open for, and what its buttons lead to. */
export function createCardSession(document: Document, parts: CardSessionParts): CardSession {
  const card = createCard(document);
  let current: MarkPlace | undefined;
  let returnCaret: (() => void) | undefined;
  let focusing = 0;
  let givingWay: ReturnType<typeof setTimeout> | undefined;

  const rectOf = ({ field, mark }: MarkPlace) => {
    field.editor.follow();
    const range = field.editor.rangeFor(mark);
    const rect = range?.getClientRects()[0];
    const owner = range?.startContainer.ownerDocument;
    return rect && owner && rect.width > 0 ? toOurViewport(rect, owner) : undefined;
  };

  function hide(): void {
    cancelAnimationFrame(focusing);
    clearTimeout(givingWay);
    current?.field.activate(undefined);
    current = undefined;
    card.hide();
  }

  function dismiss(): void {
    const back = returnCaret;
    returnCaret = undefined;
    hide();
    back?.();
  }

  function open(place: MarkPlace, byKeyboard: boolean): void {
    const keep = byKeyboard ? (returnCaret ?? place.field.editor.keepCaret()) : undefined;
    current?.field.activate(undefined);
    const range = place.field.editor.rangeFor(place.mark);
    if (byKeyboard) scrollIntoView(range, place.field.editor.root);
    const anchor = rectOf(place);
    if (!anchor) {
      hide();
      return;
    }
    current = place;
    returnCaret = keep;
    place.field.activate(place.mark);
    const places = parts.places();
    const index = places.findIndex(({ field, mark }) => field === place.field && mark === place.mark);
    const content = {
      finding: place.mark,
      edits: place.field.editsFor(place.mark),
      index: index + 1,
      count: places.length,
    };
    card.show(content, actionsFor(place), anchor, place.field.editor.root);
    if (byKeyboard) focusCardSoon();
    else giveWay();
  }

  /** A click may open another assistant's card on the same word: then ours, which the keyboard opens too, stays closed. */
  function giveWay(): void {
    const look = () => {
      if (current && otherCardIn(document, card.box())) hide();
    };
    look();
    clearTimeout(givingWay);
    givingWay = setTimeout(look, othersOpenWithin);
  }

  /** An editor hears where the caret is a little after it moved: the focus leaves it no sooner than that. */
  function focusCardSoon(): void {
    cancelAnimationFrame(focusing);
    focusing = requestAnimationFrame(() => card.focus());
  }

  function actionsFor(place: MarkPlace): CardActions {
    const { field } = place;
    return {
      async apply(edit) {
        const { revision } = field.state();
        hide();
        returnCaret = undefined;
        const result = await field.apply([edit], revision);
        const left = parts.places().length;
        if (result.applied.length > 0) {
          parts.decided(edit, place);
          // Whoever has gone on writing since keeps the caret.
          const end = edit.start + edit.after.length;
          if (field.editor.caret() === undefined) field.editor.focus({ start: edit.start, end });
          card.announce(left === 0 ? cardTexts.noneLeft : cardTexts.left(left));
        } else {
          card.announce(result.notApplied[0]?.why ?? '');
        }
      },
      ignore(scope) {
        parts.ignore(scope, place);
        dismiss();
      },
      wrong() {
        parts.wrong(place);
        dismiss();
        card.announce(cardTexts.noted);
      },
      step,
      openPanel() {
        parts.openPanel(field.id);
        dismiss();
      },
      close: dismiss,
    };
  }

  function step(by: 1 | -1): void {
    const places = parts.places();
    const at = places.findIndex(({ field, mark }) => field === current?.field && mark === current?.mark);
    const from = at >= 0 ? at + by : by === 1 ? nextAfterCaret(places) : nextAfterCaret(places) - 1;
    const next = places.at(from % places.length);
    if (next) open(next, true);
  }

  return {
    card,
    open,
    openByKeyboard() {
      if (card.isOpen) return card.focus();
      step(1);
    },
    step,
    hide: dismiss,
    focusWentTo(path) {
      if (!current || path.includes(current.field.editor.root)) return;
      returnCaret = undefined;
      hide();
    },
    follow() {
      if (!current) return;
      const { field, mark } = current;
      const stands = parts.places().some((place) => place.field === field && place.mark === mark);
      const anchor = stands ? rectOf(current) : undefined;
      if (anchor) card.moveTo(anchor);
      else hide();
    },
    close() {
      hide();
      card.close();
    },
  };
}

/** The first mark that does not end before the caret, past the last one when there is none; the first without a caret. */
function nextAfterCaret(places: readonly MarkPlace[]): number {
  const withCaret = places.findIndex(({ field }) => field.editor.caret() !== undefined);
  if (withCaret < 0) return 0;
  const { field } = places[withCaret] as MarkPlace;
  const caret = field.editor.caret() ?? 0;
  const inField = places.filter((place) => place.field === field);
  const passed = inField.filter(({ mark }) => mark.end < caret).length;
  return withCaret + passed;
}

/** Brings a mark into view. A mark of a native field stands in its mirror: then the field itself must scroll. */
function scrollIntoView(range: Range | undefined, root: HTMLElement): void {
  const holder = range?.startContainer.parentElement;
  const target = holder && root.contains(holder) ? holder : root;
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
