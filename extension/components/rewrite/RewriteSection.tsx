import { useRef, useState } from 'react';
import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import { Icon } from '../common/Icon.tsx';
import { ProgressBar } from '../common/ProgressBar.tsx';
import { Working } from '../common/Working.tsx';
import { EngineChoice } from './EngineChoice.tsx';
import { Outcome } from './Outcome.tsx';
import { Review } from './Review.tsx';
import type { RewriteChoice, RewriteServices, RewriteSource } from './rewrite-offer.ts';
import { isOffered } from './rewrite-state.ts';
import { useFocusOnStep } from './use-focus-on-step.ts';
import type { ApplyChosen } from './use-rewrite.ts';
import { useRewrite } from './use-rewrite.ts';

interface RewriteSectionProps {
  readonly source: RewriteSource;
  readonly sidecar: SidecarState;
  readonly services: RewriteServices;
  readonly apply: ApplyChosen;
}

/** From the button to the applied rewrite, for a form and for a pasted text alike. */
export function RewriteSection({ source, sidecar, services, apply }: RewriteSectionProps) {
  const [choice, setChoice] = useState<RewriteChoice>({ engine: 'policy' });
  const controls = useRewrite(services, sidecar, apply);
  const { state, start, discard } = controls;
  const heading = useRef<HTMLHeadingElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useFocusOnStep(state.status, () => heading.current ?? button.current);
  const t = texts.rewrite;

  if (state.status === 'idle') {
    return (
      <div className="stack">
        <button
          ref={button}
          type="button"
          className="button button-primary button-wide"
          onClick={() => start(source, choice)}
        >
          <Icon name="pen" />
          {t.button}
        </button>
        <EngineChoice sidecar={sidecar} choice={choice} onChange={setChoice} />
      </div>
    );
  }
  return (
    <section className="card stack" aria-labelledby="rewrite-title">
      <h2 id="rewrite-title" className="row step-title" ref={heading} tabIndex={-1}>
        <Icon name="pen" />
        {t.title}
      </h2>
      {state.status === 'working' && (
        <>
          <div className="row spread">
            <Working message={t.working} />
            <button type="button" className="button button-small" onClick={discard}>
              {texts.common.cancel}
            </button>
          </div>
          <p className="small soft shown-late">{t.workingHint}</p>
          {state.progress && <ProgressBar progress={state.progress} label={t.working} />}
        </>
      )}
      {state.status === 'failed' && <FailureNotice failure={state} onRetry={() => start(source, choice)} />}
      {isOffered(state) && (
        <Review offered={state} controls={controls} outdated={state.offer.original !== source.text} />
      )}
      {state.status === 'applied' && <Outcome outcome={state.outcome} onDone={discard} />}
    </section>
  );
}
