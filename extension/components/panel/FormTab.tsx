import { useEffect, useMemo, useState } from 'react';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { PageState } from '../../messages.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { SampleNote } from '../common/SampleNote.tsx';
import { SidecarHelp } from '../common/SidecarHelp.tsx';
import { suggestedEdit } from '../findings/suggested-edit.ts';
import { History } from '../history/History.tsx';
import type { HistoryEntry } from '../history/session-history.ts';
import { joinFields } from '../joined-text.ts';
import { openPage } from '../open-pages.ts';
import type { PlacedFinding } from '../posting-view.ts';
import { placedFindings, postingOf, postingView, proseFields } from '../posting-view.ts';
import { ReportExport } from '../ReportExport.tsx';
import { reportDecisions } from '../rewrite/decisions.ts';
import { Outcome } from '../rewrite/Outcome.tsx';
import { RewriteSection } from '../rewrite/RewriteSection.tsx';
import type { ApplyOutcome } from '../rewrite/rewrite-state.ts';
import type { ApplyChosen } from '../rewrite/use-rewrite.ts';
import { ScoreCard } from '../ScoreCard.tsx';
import type { PageServices } from '../services/services.ts';
import { applyToForm } from './apply-to-form.ts';
import { FormFields } from './FormFields.tsx';
import { FormFindings } from './FormFindings.tsx';

interface FormTabProps {
  readonly page: PageState;
  readonly services: PageServices;
  readonly onChanged: () => void;
}

/** The posting form of the shown page: score, rewrite, findings, history, report. */
export function FormTab({ page, services, onChanged }: FormTabProps) {
  const { send, askReport, checkPosting, history, legal, now } = services;
  const { tabId, fields, sidecar, host } = page;
  const postingKey = `${tabId}/${host}`;
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  const [used, setUsed] = useState<ApplyOutcome>();
  const [failure, setFailure] = useState<Failure>();

  const joined = useMemo(() => joinFields(proseFields(fields)), [fields]);
  const check = useMemo(
    () => checkPosting(postingOf(fields, postingKey)),
    [fields, postingKey, checkPosting],
  );
  const view = useMemo(() => postingView(placedFindings(fields, check)), [fields, check]);

  useEffect(() => {
    let wanted = true;
    history.read(postingKey).then((stored) => wanted && setEntries(stored));
    return () => {
      wanted = false;
    };
  }, [history, postingKey]);

  const applyEditsToForm = async (edits: readonly Edit[], signal?: AbortSignal) => {
    const scoreBefore = check.score.value;
    const outcome = await applyToForm(joined, edits, tabId, send, signal);
    if (outcome.applied.length > 0) {
      const entry = { at: now().toISOString(), changes: outcome.applied.length, scoreBefore };
      setEntries(await history.add(postingKey, entry));
    }
    return outcome;
  };

  const apply: ApplyChosen = async (offer, edits, signal) => {
    const outcome = await applyEditsToForm(edits, signal);
    reportDecisions(offer, edits, sidecar, send);
    return outcome;
  };

  const attempt = (work: Promise<unknown>) => {
    setFailure(undefined);
    work.catch((error: unknown) => setFailure(failureOf(error)));
  };
  const onShow = ({ finding, place }: PlacedFinding) => {
    if (!place) return;
    const { fieldId, frameId } = place;
    attempt(
      send({ type: 'page/show-finding', tabId, frameId, fieldId, start: finding.start, end: finding.end }),
    );
  };
  const onUse = ({ finding, place }: PlacedFinding, suggestion: string) => {
    const part = joined.parts.find((p) => p.fieldId === place?.fieldId && p.frameId === place.frameId);
    if (!part) return;
    attempt(applyEditsToForm([suggestedEdit(finding, suggestion, part.start)]).then(setUsed));
  };

  return (
    <div className="stack panel-body">
      <ScoreCard check={check} view={view} />
      {fields.some((field) => !field.english) && <p className="small soft">{texts.panel.notEnglish}</p>}
      <RewriteSection source={joined} sidecar={sidecar} services={services} apply={apply} />
      {used && <Outcome outcome={used} onDone={() => setUsed(undefined)} />}
      {failure && <FailureNotice failure={failure} />}
      <FormFindings view={view} legal={legal} onShow={onShow} onUse={onUse} />
      <FormFields tabId={tabId} fields={fields} send={send} onChanged={onChanged} />
      <History entries={entries} presentScore={check.score.value} />
      <ReportExport sidecar={sidecar} askReport={askReport} />
      <SidecarHelp sidecar={sidecar} onPair={() => openPage('welcome')} />
      <SampleNote sidecar={sidecar} />
    </div>
  );
}
