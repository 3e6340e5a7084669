import type { EditSource } from '../../shared/protocol/edit.ts';
import { describeField } from '../fields/describe.ts';
import { deepActiveElement } from '../fields/dom.ts';
import { createDutyCycle } from '../fields/duty-cycle.ts';
import { fieldSignature, formContext, mostLookedAt, postingFields } from '../fields/posting-fields.ts';
import { watchShown } from '../fields/shown.ts';
import { createStormWatch } from '../fields/storm.ts';
import { watchEditables } from '../fields/watch.ts';
import { watchLayout } from '../marks/layout.ts';
import { createOverlay } from '../marks/overlay.ts';
import type { FieldChoice, FrameCommand, FrameSettings } from '../messages.ts';
import { cardTexts } from '../texts/card.ts';
import { createCardSession, type MarkPlace } from './card-session.ts';
import type { Detectors } from './detectors.ts';
import { type CommandAnswer, runCommand } from './form-commands.ts';
import { createIgnoreList } from './ignored.ts';
import { markAt } from './mark-at.ts';
import { createOpenFields } from './open-fields.ts';
import { sentenceWords } from './sentence-words.ts';
import { editorSurroundings, type SendToWorker } from './surroundings.ts';

export interface Form {
  /** Acts on a command of the worker; what it returns is the reply. */
  run(command: FrameCommand): Promise<CommandAnswer>;
  adopt(settings: FrameSettings): void;
  /** Looks for fields anew, soon: the site changed its address without loading. */
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
  detectors: Detectors,
  signal: AbortSignal,
): Form {
  const overlay = createOverlay(document);
  const ignored = createIgnoreList();
  let current = settings;
  let editables: HTMLElement[] = [];
  let announced = false;
  let reporting = 0;
  ignored.adopt(settings);

  const dutyCycle = createDutyCycle(signal);
  const layout = watchLayout(signal, dutyCycle, () => {
    fields.followAll();
    cards.follow();
  });
  const fields = createOpenFields({
    surroundings: editorSurroundings(overlay.rootFor, send),
    layout,
    isIgnored: ignored.has,
    onChange: report,
    onClick,
    onKey: (event) => event.isTrusted && storm.typed(),
    onFocus,
  });
  const storm = createStormWatch(signal, fields.suit);
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
      const { text } = field.state();
      const { ruleId, category, start } = mark;
      ignored.add('posting', mark, text);
      void send({ type: 'frame/wrong', verdict: { ruleId, category, words: sentenceWords(text, start) } });
      fields.checkAll();
    },
    decided: (edit, { mark }) => decide(mark, 'accepted', edit.source),
    openPanel: (fieldId) => void send({ type: 'frame/open-panel', fieldId }),
  });

  function decide(
    { ruleId, category }: MarkPlace['mark'],
    decision: 'accepted' | 'ignored',
    source: EditSource = 'curated',
  ): void {
    void send({ type: 'frame/decision', ruleId, category, source, decision });
  }

  function refresh(elements: HTMLElement[]): void {
    editables = elements;
    const { on, sitePaths, fieldChoices, drawing } = current;
    const wanted = on ? postingFields(elements, formContext(document, sitePaths), fieldChoices) : [];
    const changed = fields.keep(wanted, { detector: detectors.of(current), drawing });
    if (changed) report();
    fields.drawAll();
    shown.add(elements.slice(0, mostLookedAt).filter((element) => !fields.has(element)));
  }

  /** Tells the worker, and with it the panel, once for all that changes in one go. */
  function report(): void {
    cards.follow();
    window.clearTimeout(reporting);
    reporting = window.setTimeout(() => {
      // A field that is still being checked calls again when it is done.
      if (signal.aborted || fields.list().some(({ checking }) => checking)) return;
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

  /** The card belongs to the words of one field: it closes when the focus goes anywhere else. */
  function onFocus(event: FocusEvent): void {
    if (outsideOfCard(event)) cards.focusWentTo(event.composedPath());
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

  document.addEventListener('focusin', onFocus, capture);

  const shown = watchShown(signal, () => watch.rescanSoon());
  const watch = watchEditables(document, signal, dutyCycle, refresh, storm.changed);

  signal.addEventListener('abort', () => {
    window.clearTimeout(reporting);
    fields.closeAll();
    cards.close();
    overlay.close();
  });

  return {
    rescan: watch.rescanSoon,
    adopt(next) {
      current = next;
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
