import type { ApplyResult, FieldChoice, FieldState, FrameCommand } from '../messages.ts';
import type { CardSession } from './card-session.ts';
import { fieldIsGone } from './field-is-gone.ts';
import type { OpenFields } from './open-fields.ts';

/** What a command is answered with; undefined where nobody waits for an answer. */
export type CommandAnswer = FieldState[] | ApplyResult | FieldChoice | null | undefined;

export interface CommandParts {
  readonly fields: OpenFields;
  readonly cards: CardSession;
  /** Whether typing goes into this frame: a keyboard command is sent to every frame of the tab. */
  readonly hasFocus: () => boolean;
  readonly chooseField: (fieldId: string | undefined, role: FieldChoice['role']) => FieldChoice | null;
}

/** Acts on a command of the worker. */
export async function runCommand(command: FrameCommand, parts: CommandParts): Promise<CommandAnswer> {
  const { fields, cards, hasFocus, chooseField } = parts;
  switch (command.type) {
    case 'command/report-fields':
      return fields.list().map((field) => field.state());
    case 'command/apply': {
      const field = fields.byId(command.fieldId);
      return field ? field.apply(command.edits, command.revision) : fieldIsGone(command.edits);
    }
    case 'command/show-finding':
      showFinding(command, fields, cards);
      return undefined;
    case 'command/open-card':
      if (hasFocus()) cards.openByKeyboard();
      return undefined;
    case 'command/next-mark':
      if (hasFocus()) cards.step(1);
      return undefined;
    case 'command/previous-mark':
      if (hasFocus()) cards.step(-1);
      return undefined;
    case 'command/choose-field':
      return chooseField(command.fieldId, command.role);
    case 'command/settings-changed':
    case 'command/stop':
      return undefined;
  }
}

function showFinding(
  { fieldId, start, end }: Extract<FrameCommand, { type: 'command/show-finding' }>,
  fields: OpenFields,
  cards: CardSession,
): void {
  const field = fields.byId(fieldId);
  const mark = field?.marks.find((candidate) => candidate.start === start && candidate.end === end);
  if (field && mark) cards.open({ field, mark }, true);
  else field?.editor.focus({ start, end });
}
