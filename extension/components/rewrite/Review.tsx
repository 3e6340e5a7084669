import { effectSentences } from '../../../shared/fairness/match-list/effect-sentences.ts';
import { texts } from '../../texts.ts';
import { Notice } from '../common/Notice.tsx';
import { EditItem } from './EditItem.tsx';
import { EstimateLine } from './EstimateLine.tsx';
import { RefusedEdits } from './RefusedEdits.tsx';
import type { RewriteOffer } from './rewrite-offer.ts';
import type { Offered } from './rewrite-state.ts';
import type { RewriteControls } from './use-rewrite.ts';

interface ReviewProps {
  readonly offered: Offered;
  readonly controls: RewriteControls;
  /** The text was edited after the rewrite was made, so that its offsets no longer fit. */
  readonly outdated: boolean;
}

/** The rewrite as a list of changes, each accepted or rejected, then applied together. */
export function Review({ offered, controls, outdated }: ReviewProps) {
  const t = texts.rewrite;
  const { offer, chosen, measurement } = offered;
  const { edits, refused, notes } = offer.rewrite;
  const applying = offered.status === 'applying';
  const pending = measurement.status === 'pending';
  const effects = effectSentences(offer.rewrite);
  return (
    <div className="stack">
      <Origin offer={offer} />
      {notes.map((note) => (
        <p key={note} className="small soft">
          {note}
        </p>
      ))}
      <EstimateLine measurement={measurement} onMeasure={() => controls.measureChoice(offered)} />
      {edits.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <div className="row spread wrap">
            <strong aria-live="polite">{t.count(chosen.size, edits.length)}</strong>
            <button
              type="button"
              className="button button-quiet button-small"
              onClick={() => controls.dispatch({ type: 'choose-all', accept: chosen.size < edits.length })}
            >
              {chosen.size < edits.length ? t.acceptAll : t.rejectAll}
            </button>
          </div>
          {effects.common !== undefined && !pending && (
            <p className="small soft">
              {effects.own.some(Boolean) ? t.effectsOtherwise(effects.common) : effects.common}
            </p>
          )}
          <ol className="edits">
            {edits.map((edit, index) => (
              <EditItem
                key={`${edit.start}/${edit.end}/${edit.after}`}
                edit={edit}
                offer={offer}
                effect={pending ? undefined : effects.own[index]}
                accepted={chosen.has(index)}
                disabled={applying}
                onChoose={(accept) => controls.dispatch({ type: 'choose', index, accept })}
              />
            ))}
          </ol>
        </>
      )}
      <RefusedEdits refused={refused} />
      {outdated && !applying && <Notice tone="warn">{t.outdated}</Notice>}
      <div className="row apply-bar">
        {edits.length > 0 && (
          <button
            type="button"
            className="button button-primary grow"
            disabled={chosen.size === 0 || applying || outdated}
            onClick={() => controls.applyChoice(offered)}
          >
            {applying ? t.applying : t.apply(chosen.size)}
          </button>
        )}
        <button type="button" className="button" onClick={controls.discard} disabled={applying}>
          {edits.length > 0 ? t.discard : t.done}
        </button>
      </div>
    </div>
  );
}

/** Where the edits come from, when the local service did not make or not measure them. */
function Origin({ offer: { by, problem } }: { readonly offer: RewriteOffer }) {
  const t = texts.rewrite;
  if (by === 'sidecar' && problem === undefined) return null;
  if (problem === undefined) return <p className="small soft">{t.alone}</p>;
  return <p className="small soft">{by === 'alone' ? t.fellBack(problem) : t.notMeasured(problem)}</p>;
}
