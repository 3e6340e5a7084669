import { createDetector } from '../../shared/detection/detector.ts';
import { cardTexts } from '../card/texts.ts';
import { familyOf } from '../editors/registry.ts';
import { describeField } from '../fields/describe.ts';
import { deepActiveElement } from '../fields/dom.ts';
import { fieldSignature, formContext, type PostingField, postingFields } from '../fields/posting-fields.ts';
import { watchEditables } from '../fields/watch.ts';
import { boxPainter } from '../marks/boxes.ts';
import { highlightPainter } from '../marks/highlights.ts';
import { watchLayout } from '../marks/layout.ts';
import { createOverlay } from '../marks/overlay.ts';
import type { ApplyResult, FieldChoice, FieldState, FrameCommand, FrameSettings } from '../messages.ts';
import { createCardSession, type MarkPlace } from './card-session.ts';
import { type CheckedField, createCheckedField } from './checked-field.ts';
import { createIgnoreList } from './ignored.ts';
import { markAt } from './mark-at.ts';
import { editorSurroundings, type SendToWorker } from './surroundings.ts';

export interface Form {
  /** Acts on a command of the worker; what it returns is the reply. */
  run(command: FrameCommand): Promise<FieldState[] | ApplyResult | FieldChoice | null | undefined>;
  adopt(settings: FrameSettings): void;
  rescan(): void;
}

/**
 * The posting form of one frame, with the same-origin frames in it: finds its fields, keeps each checked and marked, opens
 * the card, and answers the worker. Everything ends with the signal, and nothing stays in the page.
 */
export function createForm(
  document: Document,
  settings: FrameSettings,
  send: SendToWorker,
  signal: AbortSignal,
): Form {
  const overlay = createOverlay(document);
  const surroundings = editorSurroundings(overlay.root, send);
  const ignored = createIgnoreList();
  const fields = new Map<HTMLElement, CheckedField>();
  let detector = createDetector(detectorOptions(settings));
  let current = settings;
  let editables: HTMLElement[] = [];
  let counter = 0;
  let announced = false;
  let reporting = 0;
  ignored.adopt(settings);

  const layout = watchLayout(signal, () => {
    for (const field of fields.values()) field.draw();
    cards.follow();
  });

  const places = (): MarkPlace[] =>
    [...fields.values()].flatMap((field) => field.marks.map((mark) => ({ field, mark })));

  const cards = createCardSession(document, {
    places,
    ignore(scope, { field, mark }) {
      ignored.add(scope, mark, field.state().text);
      if (scope === 'term') void send({ type: 'frame/ignore', scope, value: mark.text });
      if (scope === 'rule') void send({ type: 'frame/ignore', scope, value: mark.ruleId });
      decide(mark, 'ignored');
      checkAll();
    },
    wrong({ field, mark }) {
      ignored.add('posting', mark, field.state().text);
      decide(mark, 'wrong');
      checkAll();
    },
    decided: (edit, { mark }) => decide(mark, 'accepted', edit.source),
    openPanel: (fieldId) => void send({ type: 'frame/open-panel', fieldId }),
  });

  function decide(
    { ruleId, category }: MarkPlace['mark'],
    decision: 'accepted' | 'ignored' | 'wrong',
    source: 'curated' | 'model' | 'delete' | 'insert' = 'curated',
  ): void {
    void send({ type: 'frame/decision', ruleId, category, source, decision });
  }

  function open(posting: PostingField): void {
    const editor = familyOf(posting.element)?.open(posting.element, surroundings);
    if (!editor) return;
    counter += 1;
    const painter =
      current.drawing === 'boxes' || !('highlights' in CSS)
        ? boxPainter(posting.element, overlay.root)
        : highlightPainter();
    const field = createCheckedField({
      id: `field-${counter}`,
      posting,
      editor,
      painter,
      session: detector.session(),
      isIgnored: ignored.has,
      onChange: report,
    });
    fields.set(posting.element, field);
    layout.add(posting.element);
    editor.root.addEventListener('click', onClick);
    field.checkNow();
  }

  function shut(element: HTMLElement): void {
    layout.remove(element);
    fields.get(element)?.editor.root.removeEventListener('click', onClick);
    fields.get(element)?.close();
    fields.delete(element);
  }

  function refresh(elements: HTMLElement[]): void {
    editables = elements;
    const wanted = current.on ? postingFields(elements, formContext(document), current.fieldChoices) : [];
    const keep = new Set(wanted.map(({ element }) => element));
    for (const element of fields.keys()) if (!keep.has(element)) shut(element);
    for (const posting of wanted) {
      const role = fields.get(posting.element)?.posting.role;
      if (role !== undefined && role !== posting.role) shut(posting.element);
      if (!fields.has(posting.element)) open(posting);
    }
    inPageOrder(wanted);
    report();
    layout.request();
  }

  /** Marks are stepped through in the order in which the fields stand in the page. */
  function inPageOrder(wanted: readonly PostingField[]): void {
    for (const { element } of wanted) {
      const field = fields.get(element);
      if (!field) continue;
      fields.delete(element);
      fields.set(element, field);
    }
  }

  function checkAll(): void {
    for (const field of fields.values()) field.checkNow();
  }

  /** Tells the worker, and with it the panel, once for all that changes in one go. */
  function report(): void {
    cards.follow();
    window.clearTimeout(reporting);
    reporting = window.setTimeout(() => {
      if (signal.aborted) return;
      void send({ type: 'frame/fields', fields: states() });
      const count = places().length;
      if (!announced && count > 0) cards.card.announce(cardTexts.found(count));
      announced ||= count > 0;
    }, 30);
  }

  const states = () => [...fields.values()].map((field) => field.state());
  const byId = (id: string) => [...fields.values()].find((field) => field.id === id);

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const place = markAt(event, [...fields.values()]);
    if (place) cards.open(place, false);
    else if (cards.card.isOpen) cards.hide();
  }

  function showFinding(fieldId: string, start: number, end: number): void {
    const field = byId(fieldId);
    const mark = field?.marks.find((candidate) => candidate.start === start && candidate.end === end);
    if (field && mark) cards.open({ field, mark }, true);
    else field?.editor.focus({ start, end });
  }

  function chooseField(fieldId: string | undefined, role: FieldChoice['role']): FieldChoice | null {
    const focused = deepActiveElement(document);
    const element = fieldId
      ? byId(fieldId)?.posting.element
      : editables.find((candidate) => candidate === focused || candidate.contains(focused));
    if (!element) return null;
    return { field: fieldSignature(describeField(element)), role };
  }

  document.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted && cards.card.isOpen && !cards.card.owns(event)) cards.hide();
    },
    { capture: true, signal },
  );
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Escape' && cards.card.isOpen && !cards.card.owns(event))
        cards.hide();
    },
    { capture: true, signal },
  );

  const watch = watchEditables(document, signal, refresh);

  signal.addEventListener('abort', () => {
    window.clearTimeout(reporting);
    for (const element of [...fields.keys()]) shut(element);
    cards.close();
    overlay.close();
  });

  return {
    rescan: watch.rescan,
    adopt(next) {
      current = next;
      detector = createDetector(detectorOptions(next));
      ignored.adopt(next);
      for (const element of [...fields.keys()]) shut(element);
      refresh(editables);
    },
    async run(command) {
      switch (command.type) {
        case 'command/report-fields':
          return states();
        case 'command/apply': {
          const field = byId(command.fieldId);
          if (field) return field.apply(command.edits, command.revision);
          const why = 'The field is no longer in the page.';
          return {
            applied: [],
            notApplied: command.edits.map((edit) => ({ edit, why })),
            undoSteps: 0,
            copiedToClipboard: false,
          };
        }
        case 'command/show-finding':
          return void showFinding(command.fieldId, command.start, command.end);
        case 'command/open-card':
          return void (document.hasFocus() && cards.openByKeyboard());
        case 'command/next-mark':
          return void (document.hasFocus() && cards.step(1));
        case 'command/previous-mark':
          return void (document.hasFocus() && cards.step(-1));
        case 'command/choose-field':
          return chooseField(command.fieldId, command.role);
        case 'command/settings-changed':
        case 'command/stop':
          return undefined;
      }
    },
  };
}

function detectorOptions({ packs, jurisdictions, employerSize }: FrameSettings) {
  return { packs, jurisdictions, ...(employerSize === null ? {} : { employerSize }) };
}
