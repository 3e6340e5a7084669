import { useState } from 'react';
import { wrongVerdicts } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { Icon } from '../common/Icon.tsx';
import { saveText } from '../common/save-file.ts';
import { type Undoable, UndoLine } from '../common/UndoLine.tsx';
import { useSetting } from '../common/use-setting.ts';
import { EntryList } from './EntryList.tsx';
import { OptionSection } from './OptionSection.tsx';
import { verdictsByRule } from './verdicts-by-rule.ts';

/** The marks that were called wrong on a card: seen by rule, exported, and deleted with undo. */
export function WrongMarks() {
  const [verdicts = [], setVerdicts] = useSetting(wrongVerdicts);
  const [last, setLast] = useState<Undoable>();
  const t = texts.options.wrong;
  const counts = verdictsByRule(verdicts);

  const keep = (kept: typeof verdicts, message: string) => {
    setVerdicts(kept);
    const undo = () => {
      setVerdicts(verdicts);
      setLast(undefined);
    };
    setLast({ message, undo });
  };

  return (
    <OptionSection id="wrong" title={t.title} hint={t.hint}>
      {verdicts.length === 0 && <p className="soft">{t.none}</p>}
      <EntryList
        title={t.byRule}
        entries={[...counts.keys()]}
        detail={(rule) => t.times(counts.get(rule) ?? 0)}
        removeLabel={t.remove}
        onRemove={(rule) =>
          keep(
            verdicts.filter(({ ruleId }) => ruleId !== rule),
            t.removed(rule),
          )
        }
      />
      <UndoLine last={last} />
      {verdicts.length > 0 && (
        <div className="row wrap">
          <button
            type="button"
            className="button button-small"
            onClick={() =>
              saveText(t.fileName, 'application/json', `${JSON.stringify({ verdicts }, null, 1)}\n`)
            }
          >
            <Icon name="download" size={14} />
            {t.export}
          </button>
          <button type="button" className="button button-small" onClick={() => keep([], t.allRemoved)}>
            {t.removeAll}
          </button>
        </div>
      )}
    </OptionSection>
  );
}
