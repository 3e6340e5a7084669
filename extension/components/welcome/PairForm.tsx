import type { FormEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { SidecarState } from '../../messages.ts';
import type { SendRequest } from '../../pages-client.ts';
import { texts } from '../../texts.ts';
import { FailureNotice } from '../common/FailureNotice.tsx';
import type { Failure } from '../common/failure.ts';
import { failureOf } from '../common/failure.ts';
import { useTask } from '../common/use-task.ts';
import type { PairingHash } from './pairing-hash.ts';
import { parsePort } from './pairing-hash.ts';

interface PairFormProps {
  readonly send: SendRequest;
  readonly initial: PairingHash;
  readonly onPaired: (sidecar: SidecarState) => void;
}

/** Pairs with the one-time code, filled in where the address brought it along. */
export function PairForm({ send, initial, onPaired }: PairFormProps) {
  const [code, setCode] = useState(initial.code);
  const [port, setPort] = useState(String(initial.port));
  const [failure, setFailure] = useState<Failure>();
  const [pairing, setPairing] = useState(false);
  const task = useTask();
  const codeId = useId();
  const portId = useId();
  const t = texts.welcome;

  const pair = () => {
    const portNumber = parsePort(port);
    if (code.trim() === '') return setFailure({ reason: t.codeMissing, mend: t.codeHint });
    if (portNumber === undefined) return setFailure({ reason: t.portInvalid, mend: t.portHint });
    setFailure(undefined);
    setPairing(true);
    task.run(
      async (signal) => {
        const sidecar = await send({ type: 'page/pair', code: code.trim(), port: portNumber }, signal);
        setPairing(false);
        if (sidecar.state === 'paired') onPaired(sidecar);
        else setFailure({ reason: t.pairFailed, mend: t.pairFailedMend });
      },
      (error) => {
        setPairing(false);
        setFailure(failureOf(error));
      },
    );
  };

  // The code is there already: one click is left. Not less, for any program on this machine could open this page.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (initial.code) button.current?.focus();
  }, [initial]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    pair();
  };

  return (
    <form className="stack" onSubmit={submit}>
      <div className="row wrap pair-fields">
        <div className="field grow">
          <label className="field-label" htmlFor={codeId}>
            {t.codeLabel}
          </label>
          <input
            id={codeId}
            className="input code-input"
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="one-time-code"
            spellCheck={false}
            aria-describedby={`${codeId}-hint`}
          />
        </div>
        <div className="field port-field">
          <label className="field-label" htmlFor={portId}>
            {t.portLabel}
          </label>
          <input
            id={portId}
            className="input"
            value={port}
            onChange={(event) => setPort(event.target.value)}
            inputMode="numeric"
            aria-invalid={parsePort(port) === undefined}
            aria-describedby={`${codeId}-hint`}
          />
        </div>
      </div>
      <p id={`${codeId}-hint`} className="small soft">
        {t.codeHint} {t.portHint}
      </p>
      {failure && <FailureNotice failure={failure} />}
      <div>
        <button ref={button} type="submit" className="button button-primary" disabled={pairing}>
          {pairing ? t.pairing : t.pairButton}
        </button>
      </div>
    </form>
  );
}
