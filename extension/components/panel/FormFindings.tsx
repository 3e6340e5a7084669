import { useState } from 'react';
import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';
import { FindingGroups } from '../findings/FindingGroups.tsx';
import type { FindingActions } from '../findings/FindingItem.tsx';
import type { LegalSettings } from '../findings/LegalChecks.tsx';
import { LegalChecks } from '../findings/LegalChecks.tsx';
import { Notes } from '../findings/Notes.tsx';
import { Questions } from '../findings/Questions.tsx';
import { openPage } from '../open-pages.ts';
import type { PostingView } from '../posting-view.ts';

interface FormFindingsProps extends FindingActions {
  readonly view: PostingView;
  readonly legal: LegalSettings;
}

/** Everything that was found, section by section. */
export function FormFindings({ view, legal, ...actions }: FormFindingsProps) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const dismiss = (key: string, on: boolean) => {
    const next = new Set(dismissed);
    if (on) next.add(key);
    else next.delete(key);
    setDismissed(next);
  };
  return (
    <>
      <section className="card stack" aria-labelledby="findings-title">
        <h2 id="findings-title">{texts.findings.title}</h2>
        {view.groups.length === 0 && (
          <div className="row">
            <Icon name="check" className="good" />
            <p>
              <strong>{texts.panel.cleanTitle}.</strong> {texts.panel.cleanHint}
            </p>
          </div>
        )}
        <FindingGroups groups={view.groups} {...actions} />
        <Notes notes={view.notes} />
      </section>
      <Questions questions={view.questions} onShow={actions.onShow} />
      <LegalChecks
        {...legal}
        items={view.legal}
        onShow={actions.onShow}
        dismissed={dismissed}
        onDismiss={dismiss}
        onChooseLocations={() => openPage('options', 'locations')}
      />
    </>
  );
}
