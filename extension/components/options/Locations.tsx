import { useId, useState } from 'react';
import { employerSize, jurisdictions, managed } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { useSetting } from '../common/use-setting.ts';
import { placeName } from '../findings/place-name.ts';
import { OptionSection } from './OptionSection.tsx';

const codes = Object.keys(texts.places);
const groups = [
  { title: texts.options.locations.unitedStates, codes: codes.filter((code) => code.startsWith('US')) },
  { title: texts.options.locations.europe, codes: codes.filter((code) => !code.startsWith('US')) },
];

/** Where the company hires, and how large it is: together they decide which laws are checked. */
export function Locations() {
  const [own, setOwn] = useSetting(jurisdictions);
  const [company] = useSetting(managed.jurisdictions);
  const t = texts.options.locations;
  const chosen = company ?? own;
  return (
    <OptionSection id="locations" title={t.title} hint={t.hint}>
      {company && <p>{texts.options.byCompany}</p>}
      {chosen &&
        groups.map((group) => (
          <fieldset key={group.title} className="choices" disabled={Boolean(company)}>
            <legend>{group.title}</legend>
            <div className="choice-grid">
              {group.codes.map((code) => (
                <label key={code} className="checkbox">
                  <input
                    type="checkbox"
                    checked={chosen.includes(code)}
                    onChange={({ target }) =>
                      setOwn(target.checked ? [...chosen, code] : chosen.filter((other) => other !== code))
                    }
                  />
                  {placeName(code)}
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      <EmployerSize />
    </OptionSection>
  );
}

function EmployerSize() {
  const [stored, setStored] = useSetting(employerSize);
  const [typed, setTyped] = useState<string>();
  const id = useId();
  const t = texts.options.locations;
  const shown = typed ?? (stored ? String(stored) : '');
  const valid = /^([1-9]\d{0,8})?$/.test(shown.trim());
  const change = (text: string) => {
    setTyped(text);
    if (/^([1-9]\d{0,8})?$/.test(text.trim())) setStored(text.trim() === '' ? null : Number(text));
  };
  return (
    <div className="field size-field">
      <label className="field-label" htmlFor={id}>
        {t.size}
      </label>
      <input
        id={id}
        className="input"
        inputMode="numeric"
        value={shown}
        onChange={({ target }) => change(target.value)}
        aria-invalid={!valid}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="small soft">
        {valid ? t.sizeHint : t.sizeInvalid}
      </p>
    </div>
  );
}
