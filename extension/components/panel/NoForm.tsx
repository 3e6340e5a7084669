import { useState } from 'react';
import type { PageState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { Empty } from '../common/Empty.tsx';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { Icon } from '../common/Icon.tsx';
import { turnSiteOn } from '../site-permission.ts';

interface NoFormProps {
  readonly page: PageState;
  readonly send: SendRequest;
  readonly onChanged: () => void;
  readonly onPaste: () => void;
}

/** Why there is nothing to show for this page, and the one thing to do about it. */
export function NoForm({ page, send, onChanged, onPaste }: NoFormProps) {
  const [failure, setFailure] = useState<Failure>();
  const t = texts.panel;
  const paste = (
    <button type="button" className="button" onClick={onPaste}>
      {t.pasteInstead}
    </button>
  );
  const figure = <Icon name="page" size={40} />;

  const takeTypedField = async () => {
    setFailure(undefined);
    try {
      const { chosen } = await send({ type: 'page/choose-field', tabId: page.tabId, role: 'body' });
      if (chosen) onChanged();
      else setFailure({ reason: t.noTypedField, mend: t.noTypedFieldMend });
    } catch (error) {
      setFailure(failureOf(error));
    }
  };

  if (page.site === 'unsupported') {
    return (
      <Empty title={t.unsupportedTitle} hint={t.unsupportedHint} figure={figure}>
        {paste}
      </Empty>
    );
  }
  if (page.site === 'on') {
    return (
      <Empty title={t.noFieldTitle} hint={t.noFieldHint} figure={figure}>
        <button type="button" className="button" onClick={() => void takeTypedField()}>
          {t.useField}
        </button>
        {failure && <FailureNotice failure={failure} />}
        {paste}
      </Empty>
    );
  }
  const turnOn = () =>
    turnSiteOn(page, send).then(
      (on) => (on ? onChanged() : setFailure({ reason: t.denied, mend: t.offHint })),
      (error: unknown) => setFailure(failureOf(error)),
    );
  const shield = <Icon name="shield" size={40} />;
  if (page.company === 'off') {
    return (
      <Empty title={t.offTitle(page.host)} hint={t.companyOff} figure={shield}>
        {paste}
      </Empty>
    );
  }
  return (
    <Empty
      title={page.company ? t.companyTitle(page.host) : t.offTitle(page.host)}
      hint={page.company ? t.companyHint : t.offHint}
      figure={shield}
    >
      <button type="button" className="button button-primary" onClick={turnOn}>
        {t.turnOn}
      </button>
      {failure && <FailureNotice failure={failure} />}
      {paste}
    </Empty>
  );
}
