import type { Edit } from '../../../shared/protocol/edit.ts';
import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';
import type { RewriteOffer } from './rewrite-offer.ts';
import { contextOf, reasonFor } from './rewrite-offer.ts';

interface EditItemProps {
  readonly edit: Edit;
  readonly offer: RewriteOffer;
  /** What changes of this kind did elsewhere, where it is not said of all of them at once. */
  readonly effect: string | undefined;
  readonly accepted: boolean;
  readonly disabled: boolean;
  readonly onChoose: (accept: boolean) => void;
}

/** One change in its sentence: what goes, what comes, why, and the choice to keep it. */
export function EditItem({ edit, offer, effect, accepted, disabled, onChoose }: EditItemProps) {
  const t = texts.rewrite;
  const { left, right } = contextOf(offer.original, edit);
  const reason = reasonFor(edit, offer.findings);
  return (
    <li className={accepted ? 'edit' : 'edit edit-rejected'}>
      <p className="edit-diff">
        <span className="soft">{left}</span>
        {edit.before && (
          <del>
            <span className="visually-hidden">{t.removed} </span>
            {edit.before}
          </del>
        )}
        {edit.after && (
          <ins>
            <span className="visually-hidden">{t.added} </span>
            {edit.after}
          </ins>
        )}
        <span className="soft">{right}</span>
      </p>
      <p className="small soft">{reason?.message ?? t.sources[edit.source]}</p>
      {effect !== undefined && <p className="small soft">{effect}</p>}
      <fieldset className="edit-choice" disabled={disabled}>
        <legend className="visually-hidden">{t.editLabel(edit.before, edit.after)}</legend>
        <button
          type="button"
          className="choice choice-accept"
          aria-pressed={accepted}
          onClick={() => onChoose(true)}
        >
          <Icon name="check" size={14} />
          {t.accept}
        </button>
        <button
          type="button"
          className="choice choice-reject"
          aria-pressed={!accepted}
          onClick={() => onChoose(false)}
        >
          <Icon name="cross" size={14} />
          {t.reject}
        </button>
      </fieldset>
    </li>
  );
}
