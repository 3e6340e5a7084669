import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { ignoredRules, ignoredTerms } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import { FileButton } from '../common/FileButton.tsx';
import type { Failure } from '../common/failure.ts';
import { Icon } from '../common/Icon.tsx';
import { saveText } from '../common/save-file.ts';
import type { Undoable } from '../common/UndoLine.tsx';
import { UndoLine } from '../common/UndoLine.tsx';
import { useSetting } from '../common/use-setting.ts';
import { EntryList } from './EntryList.tsx';
import { formatIgnoreFile, joinLists, parseIgnoreFile } from './ignore-file.ts';
import { OptionSection } from './OptionSection.tsx';

/** The ignore list: add, remove with undo, export and import as a team's file. */
export function Ignored() {
  const [terms = [], setTerms] = useSetting(ignoredTerms);
  const [rules = [], setRules] = useSetting(ignoredRules);
  const [last, setLast] = useState<Undoable>();
  const [failure, setFailure] = useState<Failure>();
  const t = texts.options.ignored;

  const setBoth = (nextTerms: string[], nextRules: string[], message: string) => {
    setFailure(undefined);
    setTerms(nextTerms);
    setRules(nextRules);
    setLast({
      message,
      undo: () => {
        setTerms(terms);
        setRules(rules);
        setLast(undefined);
      },
    });
  };
  const importFile = async (file: File) => {
    try {
      const added = parseIgnoreFile(await file.text());
      const [nextTerms, nextRules] = [joinLists(terms, added.terms), joinLists(rules, added.rules)];
      const count = nextTerms.length + nextRules.length - terms.length - rules.length;
      setBoth(nextTerms, nextRules, t.imported(count));
    } catch {
      setFailure({ reason: t.badFile(file.name), mend: t.badFileMend });
    }
  };
  const without = (list: readonly string[], name: string) => list.filter((other) => other !== name);

  return (
    <OptionSection id="ignored" title={t.title} hint={t.hint}>
      <AddTerm onAdd={(term) => setTerms(joinLists(terms, [term.toLowerCase()]))} />
      {terms.length + rules.length === 0 && <p className="soft">{t.none}</p>}
      <EntryList
        title={t.terms}
        entries={terms}
        removeLabel={t.remove}
        onRemove={(name) => setBoth(without(terms, name), rules, t.removed(name))}
      />
      <EntryList
        title={t.rules}
        entries={rules}
        removeLabel={t.remove}
        onRemove={(name) => setBoth(terms, without(rules, name), t.removed(name))}
      />
      <UndoLine last={last} />
      {failure && <FailureNotice failure={failure} />}
      <div className="row wrap">
        <FileButton label={t.import} accept=".json" onFile={(file) => void importFile(file)} />
        <button
          type="button"
          className="button button-small"
          onClick={() => saveText(t.fileName, 'application/json', formatIgnoreFile({ terms, rules }))}
        >
          <Icon name="download" size={14} />
          {t.export}
        </button>
      </div>
    </OptionSection>
  );
}

function AddTerm({ onAdd }: { readonly onAdd: (term: string) => void }) {
  const [term, setTerm] = useState('');
  const id = useId();
  const t = texts.options.ignored;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (term.trim() === '') return;
    onAdd(term.trim());
    setTerm('');
  };
  return (
    <form className="row wrap" onSubmit={add}>
      <label htmlFor={id} className="field-label">
        {t.add}
      </label>
      <input
        id={id}
        className="input grow"
        value={term}
        maxLength={200}
        onChange={({ target }) => setTerm(target.value)}
      />
      <button type="submit" className="button">
        {t.addButton}
      </button>
    </form>
  );
}
