import type { RefObject } from 'react';
import { useMemo, useState } from 'react';
import type { Check } from '../../../shared/protocol/check.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { FieldEditor } from '../../editors/contract.ts';
import type { SidecarState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { suggestedEdit } from '../findings/suggested-edit.ts';
import { FormFindings } from '../panel/FormFindings.tsx';
import { postingView, textFindings } from '../posting-view.ts';
import { reportDecisions } from '../rewrite/decisions.ts';
import { Outcome } from '../rewrite/Outcome.tsx';
import { RewriteSection } from '../rewrite/RewriteSection.tsx';
import type { ApplyOutcome } from '../rewrite/rewrite-state.ts';
import { ScoreCard } from '../ScoreCard.tsx';
import type { PageServices } from '../services/services.ts';
import { applyToField } from './apply-to-field.ts';

interface PasteResultsProps {
  readonly text: string;
  readonly check: Check;
  readonly editor: RefObject<FieldEditor | null>;
  readonly services: PageServices;
  readonly sidecar: SidecarState;
  readonly onShow: (finding: Finding) => void;
}

/** Score, rewrite and findings of the text in the box. */
export function PasteResults({ text, check, editor, services, sidecar, onShow }: PasteResultsProps) {
  const [used, setUsed] = useState<ApplyOutcome>();
  const [failure, setFailure] = useState<Failure>();
  const view = useMemo(() => postingView(textFindings(check)), [check]);
  const source = useMemo(() => ({ text, findings: check.findings }), [text, check]);

  const apply = async (edits: readonly Edit[]) => {
    if (!editor.current) throw new Error(texts.paste.boxClosed);
    return applyToField(editor.current, edits);
  };
  return (
    <>
      <ScoreCard check={check} view={view} />
      <RewriteSection
        source={source}
        sidecar={sidecar}
        services={services}
        apply={async (offer, edits) => {
          const outcome = await apply(edits);
          reportDecisions(offer, edits, sidecar, services.send);
          return outcome;
        }}
      />
      {used && <Outcome outcome={used} onDone={() => setUsed(undefined)} />}
      {failure && <FailureNotice failure={failure} />}
      <FormFindings
        view={view}
        legal={services.legal}
        onShow={({ finding }) => onShow(finding)}
        onUse={({ finding }, suggestion) => {
          apply([suggestedEdit(finding, suggestion)]).then(setUsed, (error: unknown) =>
            setFailure(failureOf(error)),
          );
        }}
      />
    </>
  );
}
