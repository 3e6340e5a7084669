import { useState } from 'react';
import type { ImportKind } from '../../../../shared/protocol/company-data.ts';
import { importKinds } from '../../../../shared/protocol/company-data.ts';
import type { Analyst } from '../../../ask-analyst.ts';
import { texts } from '../../../texts.ts';
import { FailureNotice } from '../../common/FailureNotice.tsx';
import { FileButton } from '../../common/FileButton.tsx';
import { importableFiles } from './file-head.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import { ImportPreviewCard } from './ImportPreviewCard.tsx';
import { wouldWrite } from './import-state.ts';
import { useImport } from './use-import.ts';

interface ImportCardProps {
  readonly analyst: Analyst;
  readonly onImported: () => void;
}

/** An import in steps: choose a file, look at its columns, try it without writing, then import it. */
export function ImportCard({ analyst, onImported }: ImportCardProps) {
  const [kind, setKind] = useState<ImportKind>('candidates');
  const { state, working, failure, open, map, send, clear } = useImport(analyst, onImported);
  const t = texts.dashboard.candidates;
  return (
    <section className="card stack" aria-labelledby="import-title">
      <h2 id="import-title">{t.importTitle}</h2>
      {state.step === 'choose' && (
        <>
          <fieldset className="choices">
            <legend>{t.kindLegend}</legend>
            {importKinds.map((name) => (
              <label key={name} className="checkbox">
                <input
                  type="radio"
                  name="import-kind"
                  checked={name === kind}
                  onChange={() => setKind(name)}
                />
                <span>
                  {t.kinds[name].title}
                  <span className="soft"> {t.kinds[name].hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <div>
            <FileButton label={t.choose} accept={importableFiles} onFile={(file) => open(file, kind)} />
          </div>
        </>
      )}
      {state.step === 'columns' && (
        <ImportPreviewCard chosen={state} busy={working !== undefined} onMap={map} />
      )}
      {(state.step === 'tried' || state.step === 'imported') && (
        <ImportOutcome summary={state.summary} written={state.step === 'imported'} />
      )}
      {working && (
        <div className="stack-tight" role="status">
          <progress aria-label={working} />
          <span>{working}</span>
        </div>
      )}
      {failure && <FailureNotice failure={failure} />}
      {state.step !== 'choose' && (
        <div className="row wrap">
          {state.step === 'columns' && (
            <button
              type="button"
              className="button button-primary"
              disabled={!!working}
              onClick={() => send(true)}
            >
              {t.tryButton}
            </button>
          )}
          {state.step === 'tried' && (
            <button
              type="button"
              className="button button-primary"
              disabled={!!working || !wouldWrite(state.summary)}
              onClick={() => send(false)}
            >
              {t.importButton}
            </button>
          )}
          <button type="button" className="button" onClick={clear}>
            {state.step === 'imported' ? t.another : texts.common.cancel}
          </button>
        </div>
      )}
    </section>
  );
}
