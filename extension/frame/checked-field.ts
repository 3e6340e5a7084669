import type { DetectionSession } from '../../shared/detection/detector.ts';
import { editOptions } from '../../shared/edits/edit-options.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { type Finding, isMarked } from '../../shared/protocol/finding.ts';
import type { FieldEditor } from '../editors/contract.ts';
import type { PostingField } from '../fields/posting-fields.ts';
import { lookOf } from '../marks/kinds.ts';
import { carryOver } from '../marks/span-mapping.ts';
import type { StormPainter } from '../marks/storm-painter.ts';
import type { ApplyResult, FieldState } from '../messages.ts';
import { applyEdits } from './apply-edits.ts';
import { checkInPieces } from './check-in-pieces.ts';
import { createEnglishBlocks } from './english-blocks.ts';
import { fieldIsGone } from './field-is-gone.ts';

/** The rules are asked this long after the last key. Milliseconds. */
const checkDelay = 300;
/** Texts from this length on are checked bit by bit. UTF-16 code units. */
const longText = 3_000;
/** Longer texts are not postings, and reading them would make typing slow. UTF-16 code units. */
const longestText = 200_000;
/** Edits of the panel may be made against one of the last texts. */
const remembered = 12;

export interface CheckedField {
  readonly id: string;
  readonly posting: PostingField;
  readonly editor: FieldEditor;
  /** What is marked now, in text order. */
  readonly marks: readonly Finding[];
  /** A long text is being checked bit by bit; `onChange` comes when it is done. */
  readonly checking: boolean;
  state(): FieldState;
  /** Reads and checks at once, so that marks and edits fit the text as it is. */
  checkNow(): void;
  /** Reads, and checks a long text bit by bit: the top of it at once, the rest in tasks of their own. */
  checkSoon(): void;
  /** The edits that a card may offer for a mark, fitted into the sentence and guarded. */
  editsFor(mark: Finding): readonly Edit[];
  /** Applies edits that were made against `revision`. Calls wait for each other. */
  apply(edits: readonly Edit[], revision: number): Promise<ApplyResult>;
  draw(): void;
  /** Brings what is drawn in step with a page that may have moved. */
  follow(): void;
  /** Draws in the way that suits the weather of the page. */
  suit(stormy: boolean): void;
  activate(mark: Finding | undefined): void;
  close(): void;
}

export interface CheckedFieldParts {
  readonly id: string;
  readonly posting: PostingField;
  readonly editor: FieldEditor;
  readonly painter: StormPainter;
  readonly session: DetectionSession;
  readonly isIgnored: (finding: Finding, text: string) => boolean;
  /** Called when the marks or the text are no longer what they were. */
  readonly onChange: (field: CheckedField) => void;
}

const nothingFound: Check = { labels: [], score: { value: 100, losses: [] }, findings: [] };

/** Keeps one field of the posting read, checked and marked while someone writes in it. */
export function createCheckedField(parts: CheckedFieldParts): CheckedField {
  const { id, posting, editor, painter, session, isIgnored, onChange } = parts;
  const isProse = posting.role === 'title' || posting.role === 'body' || posting.role === 'section';
  let text = '';
  let revision = 0;
  let check: Check = nothingFound;
  let english = true;
  let marks: Finding[] = [];
  let active: Finding | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends the check that is going on in pieces; undefined when what is known fits the text. */
  let stopPieces: (() => void) | undefined;
  const englishBlocks = createEnglishBlocks();
  let drawing = 0;
  let applying: Promise<unknown> = Promise.resolve();
  const history: { revision: number; text: string }[] = [];

  function read(): boolean {
    const now = editor.read().text.slice(0, longestText);
    if (now === text && revision > 0) return false;
    marks = carryOver(marks, text, now);
    if (active && !marks.some((mark) => mark.start === active?.start)) active = undefined;
    text = now;
    revision += 1;
    history.push({ revision, text });
    if (history.length > remembered) history.shift();
    return true;
  }

  function forgetPending(): void {
    clearTimeout(timer);
    timer = undefined;
    stopPieces?.();
    stopPieces = undefined;
  }

  /** Checks the text up to `end` and marks what is found there. */
  function runCheck(end = text.length): void {
    const blocks = englishBlocks(text);
    english = blocks.any;
    const raw = isProse && english ? session.update(text.slice(0, end)) : nothingFound;
    const findings = raw.findings.filter(
      (finding) => blocks.includes(finding.start) && !isIgnored(finding, text),
    );
    check = { ...raw, findings };
    marks = findings.filter(isMarked);
  }

  function checkAll(): void {
    forgetPending();
    runCheck();
  }

  /** Checks a long text bit by bit, and a short one at once; tells of it when it is done. */
  function checkBitByBit(): void {
    forgetPending();
    if (!isProse || text.length < longText) {
      runCheck();
      draw();
      onChange(field);
      return;
    }
    let first = true;
    stopPieces = checkInPieces(session, text, (end) => {
      const last = end === text.length;
      if (last) stopPieces = undefined;
      // The top of a field is seen first; the rest is marked in one go.
      if (first || last) {
        runCheck(end);
        draw();
      }
      first = false;
      if (last) onChange(field);
    });
  }

  function draw(): void {
    drawing = 0;
    // What holds no marks needs no place: most fields of a form never do.
    if (marks.length === 0) {
      painter.clear();
      return;
    }
    editor.follow();
    const placed = marks.flatMap((mark) => {
      const range = editor.rangeFor(mark);
      return range ? [{ range, severity: mark.severity, active: mark === active }] : [];
    });
    painter.draw(placed, lookOf(editor.root));
  }

  function drawSoon(): void {
    if (drawing === 0) drawing = requestAnimationFrame(draw);
  }

  const field: CheckedField = {
    id,
    posting,
    editor,
    get marks() {
      return marks;
    },
    get checking() {
      return stopPieces !== undefined;
    },
    state() {
      // What is told must fit the text that is told with it.
      if (timer !== undefined || stopPieces !== undefined) checkAll();
      return {
        fieldId: id,
        role: posting.role,
        editor: editor.family,
        label: posting.label,
        revision,
        text,
        english,
        check,
      };
    },
    checkNow() {
      read();
      checkAll();
      draw();
      onChange(field);
    },
    checkSoon() {
      read();
      checkBitByBit();
    },
    editsFor: (mark) =>
      editOptions(text, check.findings).find(({ start, end }) => start === mark.start && end === mark.end)
        ?.options ?? [],
    apply(edits, fromRevision) {
      const run = applying.then(async () => {
        // Sites take fields away at any moment; it is noticed only at the next look at the page.
        if (!editor.root.isConnected) return fieldIsGone([...edits]);
        read();
        const then = history.find((past) => past.revision === fromRevision)?.text ?? text;
        const result = await applyEdits(editor, edits, then);
        field.checkNow();
        return result;
      });
      applying = run.catch(() => undefined);
      return run;
    },
    draw,
    follow() {
      if (marks.length === 0) return;
      if (painter.movesWithPage) editor.follow();
      else draw();
    },
    suit(stormy) {
      painter.suit(stormy);
      draw();
    },
    activate(mark) {
      active = mark;
      draw();
    },
    close() {
      forgetPending();
      cancelAnimationFrame(drawing);
      painter.clear();
      editor.close();
    },
  };

  editor.observe(() => {
    if (!read()) return drawSoon();
    drawSoon();
    forgetPending();
    timer = setTimeout(checkBitByBit, checkDelay);
  });
  return field;
}
