import { useState } from 'react';
import { parseRulePack, RulePackError } from '../../../shared/detection/rule-pack.ts';
import { rulePacks } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import { FileButton } from '../common/FileButton.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import type { Undoable } from '../common/UndoLine.tsx';
import { UndoLine } from '../common/UndoLine.tsx';
import { useSetting } from '../common/use-setting.ts';
import { OptionSection } from './OptionSection.tsx';
import type { StoredPack } from './stored-pack.ts';
import { toStoredPack } from './stored-pack.ts';

/** The company's own rules. A pack is added whole or not at all; one of the same name is replaced. */
export function RulePacks() {
  const [packs = [], setPacks] = useSetting(rulePacks);
  const [last, setLast] = useState<Undoable>();
  const [failure, setFailure] = useState<Failure>();
  const t = texts.options.packs;

  const change = (next: StoredPack[], message: string) => {
    setFailure(undefined);
    setPacks(next);
    const undo = () => {
      setPacks(packs);
      setLast(undefined);
    };
    setLast({ message, undo });
  };
  const importFile = async (file: File) => {
    try {
      const pack = toStoredPack(parseRulePack(await file.text(), file.name));
      const known = packs.some(({ name }) => name === pack.name);
      const next = known ? packs.map((old) => (old.name === pack.name ? pack : old)) : [...packs, pack];
      change(next, known ? t.replaced(pack.name) : t.added(pack.name));
    } catch (error) {
      setLast(undefined);
      const refused = error instanceof RulePackError;
      setFailure(refused ? { reason: error.message, mend: t.refused } : failureOf(error));
    }
  };

  return (
    <OptionSection id="packs" title={t.title} hint={t.hint}>
      {packs.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="stack-tight">
        {packs.map((pack) => (
          <li key={pack.name} className="row spread">
            <span>
              <strong>{pack.name}</strong>{' '}
              <span className="soft">{t.counts(pack.rules?.length ?? 0, pack.laws?.length ?? 0)}</span>
            </span>
            <button
              type="button"
              className="button button-small"
              aria-label={t.remove(pack.name)}
              onClick={() =>
                change(
                  packs.filter(({ name }) => name !== pack.name),
                  t.removed(pack.name),
                )
              }
            >
              {texts.common.remove}
            </button>
          </li>
        ))}
      </ul>
      <UndoLine last={last} />
      {failure && <FailureNotice failure={failure} />}
      <div>
        <FileButton label={t.import} accept=".json" onFile={(file) => void importFile(file)} />
      </div>
    </OptionSection>
  );
}
