import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { Brand } from '../common/Brand.tsx';
import { CopyButton } from '../common/CopyButton.tsx';
import { Ignored } from './Ignored.tsx';
import { Locations } from './Locations.tsx';
import { MarkStyle } from './MarkStyle.tsx';
import { OptionSection } from './OptionSection.tsx';
import { RulePacks } from './RulePacks.tsx';
import { Service } from './Service.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import { WrongMarks } from './WrongMarks.tsx';

interface OptionsProps {
  readonly send: SendRequest;
}

export function Options({ send }: OptionsProps) {
  const t = texts.options;
  return (
    <main className="sheet stack">
      <header className="stack">
        <Brand size={28} />
        <h1>{t.title}</h1>
        <p className="soft">{t.saved}</p>
      </header>
      <Locations />
      <Ignored />
      <WrongMarks />
      <RulePacks />
      <Sites send={send} />
      <Service send={send} />
      <MarkStyle />
      <Shortcuts />
      <OptionSection id="data" title={t.data.title}>
        {t.data.lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <div className="row wrap">
          <code className="command">{t.data.command}</code>
          <CopyButton text={t.data.command} label={texts.welcome.copyCommand} />
        </div>
      </OptionSection>
    </main>
  );
}
