import { useState } from 'react';
import { parseRulePack, RulePackError } from '../../../shared/detection/rule-pack.ts';
import type { StoredPack } from '../../rule-packs.ts';
import { toStoredPack } from '../../rule-packs.ts';
import { noPacks, policyPacks, rulePacks, servicePacks } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import { FileButton } from '../common/FileButton.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import type { Undoable } from '../common/UndoLine.tsx';
import { UndoLine } from '../common/UndoLine.tsx';
import { useSetting } from '../common/use-setting.ts';
import { OptionSection } from './OptionSection.tsx';

/** Packs that were added by hand, and those that the company gives. A pack is added whole or not at all; one of the same name is replaced. */
export function RulePacks() {
  const [packs = [], setPacks] = useSetting(rulePacks);
  const [service = noPacks] = useSetting(servicePacks);
  const [policy = noPacks] = useSetting(policyPacks);
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
      {packs.length + service.packs.length + policy.packs.length === 0 && <p className="soft">{t.none}</p>}
      <ul className="stack-tight">
        {packs.map((pack) => (
          <li key={pack.name} className="row spread">
            <span>
              <PackName pack={pack} />
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
        {service.packs.map((pack) => (
          <li key={`service/${pack.name}`}>
            <PackName pack={pack} /> <span className="soft small">{t.from.service}</span>
          </li>
        ))}
        {policy.packs.map((pack) => (
          <li key={`policy/${pack.name}`}>
            <PackName pack={pack} /> <span className="soft small">{t.from.policy}</span>
          </li>
        ))}
      </ul>
      {[...service.refused, ...policy.refused].map((reason) => (
        <FailureNotice
          key={reason}
          title={t.companyRefused}
          failure={{ reason, mend: t.companyRefusedMend }}
        />
      ))}
      <UndoLine last={last} />
      {failure && <FailureNotice failure={failure} />}
      <div>
        <FileButton label={t.import} accept=".json" onFile={(file) => void importFile(file)} />
      </div>
    </OptionSection>
  );
}

function PackName({ pack: { name, rules, laws, sites } }: { readonly pack: StoredPack }) {
  const counts = texts.options.packs.counts(rules?.length ?? 0, laws?.length ?? 0, sites?.length ?? 0);
  return (
    <>
      <strong>{name}</strong> <span className="soft">{counts}</span>
    </>
  );
}
