import { texts } from '../../texts.ts';

export interface Undoable {
  readonly message: string;
  readonly undo: () => void;
}

interface UndoLineProps {
  readonly last: Undoable | undefined;
}

/** What was just done, and the way back. */
export function UndoLine({ last }: UndoLineProps) {
  return (
    <div role="status">
      {last && (
        <div className="row wrap undo-line">
          <span>{last.message}</span>
          <button type="button" className="button button-quiet button-small" onClick={last.undo}>
            {texts.common.undo}
          </button>
        </div>
      )}
    </div>
  );
}
