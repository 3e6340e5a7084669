import { createDetector } from '../../shared/detection/detector.ts';
import { describeField } from '../fields/describe.ts';
import { deepActiveElement } from '../fields/dom.ts';
import { fieldSignature, formContext, postingFields } from '../fields/posting-fields.ts';
import { watchEditables } from '../fields/watch.ts';
import { watchLayout } from '../marks/layout.ts';
import { createOverlay } from '../marks/overlay.ts';
import type { FieldChoice, FrameCommand, FrameSettings } from '../messages.ts';
import { cardTexts } from '../texts/card.ts';
import { createCardSession, type MarkPlace } from './card-session.ts';
import { type CommandAnswer, runCommand } from './form-commands.ts';
import { createIgnoreList } from './ignored.ts';
import { markAt } from './mark-at.ts';
import { type CheckedBy, createOpenFields } from './open-fields.ts';
import { editorSurroundings, type SendToWorker } from './surroundings.ts';

export interface Form {
  /** Acts on a command of the worker; what it returns is the reply. */
  run(command: FrameCommand): Promise<CommandAnswer>;
  adopt(settings: FrameSettings): void;
  rescan(): void;
}

/** Changes that come together are told together. Milliseconds. */
const reportDelay = 30;

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
  const ignored = createIgnoreList();
  let current = settings;
  let by = checkedBy(settings);
  let editables: HTMLElement[] = [];
  let announced = false;
  let reporting = 0;
  ignored.adopt(settings);

  const layout = watchLayout(signal, () => {
    fields.drawAll();
    cards.follow();
  });
  const fields = createOpenFields({
    surroundings: editorSurroundings(overlay.root, send),
    layout,
    isIgnored: ignored.has,
    onChange: report,
    onClick,
  });
  const cards = createCardSession(document, {
    places: fields.places,
    ignore(scope, { field, mark }) {
      ignored.add(scope, mark, field.state().text);
      if (scope === 'term') void send({ type: 'frame/ignore', scope, value: mark.text });
      if (scope === 'rule') void send({ type: 'frame/ignore', scope, value: mark.ruleId });
      decide(mark, 'ignored');
      fields.checkAll();
    },
    wrong({ field, mark }) {
      ignored.add('posting', mark, field.state().text);
      decide(mark, 'wrong');
      fields.checkAll();
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

  function refresh(elements: HTMLElement[]): void {
    editables = elements;
    fields.keep(current.on ? postingFields(elements, formContext(document), current.fieldChoices) : [], by);
    report();
    layout.request();
  }

  /** Tells the worker, and with it the panel, once for all that changes in one go. */
  function report(): void {
    cards.follow();
    window.clearTimeout(reporting);
    reporting = window.setTimeout(() => {
      if (signal.aborted) return;
      void send({ type: 'frame/fields', fields: fields.list().map((field) => field.state()) });
      const count = fields.places().length;
      if (!announced && count > 0) cards.card.announce(cardTexts.found(count));
      announced ||= count > 0;
    }, reportDelay);
  }

  function onClick(event: MouseEvent): void {
    if (!event.isTrusted) return;
    const place = markAt(event, fields.list());
    if (place) cards.open(place, false);
    else if (cards.card.isOpen) cards.hide();
  }

  function chooseField(fieldId: string | undefined, role: FieldChoice['role']): FieldChoice | null {
    const focused = deepActiveElement(document);
    const element = fieldId
      ? fields.byId(fieldId)?.posting.element
      : editables.find((candidate) => candidate === focused || candidate.contains(focused));
    if (!element) return null;
    return { field: fieldSignature(describeField(element)), role };
  }

  const outsideOfCard = (event: Event) => event.isTrusted && cards.card.isOpen && !cards.card.owns(event);
  const capture = { capture: true, signal };
  document.addEventListener('pointerdown', (event) => outsideOfCard(event) && cards.hide(), capture);
  document.addEventListener(
    'keydown',
    (event) => event.key === 'Escape' && outsideOfCard(event) && cards.hide(),
    capture,
  );

  const watch = watchEditables(document, signal, refresh);

  signal.addEventListener('abort', () => {
    window.clearTimeout(reporting);
    fields.closeAll();
    cards.close();
    overlay.close();
  });

  return {
    rescan: watch.rescan,
    adopt(next) {
      current = next;
      by = checkedBy(next);
      ignored.adopt(next);
      fields.closeAll();
      refresh(editables);
    },
    run(command) {
      // The watch looks again only after a pause: a command must not meet fields that the site has exchanged meanwhile.
      if (fields.list().some(({ editor }) => !editor.root.isConnected)) watch.rescan();
      return runCommand(command, { fields, cards, hasFocus: () => document.hasFocus(), chooseField });
    },
  };
}

function checkedBy({ packs, jurisdictions, employerSize, drawing }: FrameSettings): CheckedBy {
  const size = employerSize === null ? {} : { employerSize };
  return { detector: createDetector({ packs, jurisdictions, ...size }), drawing };
}
