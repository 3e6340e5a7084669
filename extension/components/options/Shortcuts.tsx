import { useEffect, useState } from 'react';
import { texts } from '../../texts.ts';
import { OptionSection } from './OptionSection.tsx';

/** The keys as Chrome has them now; an extension cannot change them itself. */
export function Shortcuts() {
  const [commands, setCommands] = useState<readonly chrome.commands.Command[]>([]);
  const t = texts.options.shortcuts;
  useEffect(() => {
    let wanted = true;
    chrome.commands.getAll().then((all) => wanted && setCommands(all));
    return () => {
      wanted = false;
    };
  }, []);
  return (
    <OptionSection id="shortcuts" title={t.title} hint={t.hint}>
      <dl className="pairs">
        {commands
          .filter((command) => command.description)
          .map((command) => (
            <div key={command.name} className="row spread">
              <dt>{command.description}</dt>
              <dd>
                {command.shortcut ? <kbd>{command.shortcut}</kbd> : <span className="soft">{t.none}</span>}
              </dd>
            </div>
          ))}
      </dl>
      <div>
        <button
          type="button"
          className="button button-small"
          onClick={() => void chrome.tabs.create({ url: 'chrome://extensions/shortcuts' })}
        >
          {t.open}
        </button>
      </div>
    </OptionSection>
  );
}
