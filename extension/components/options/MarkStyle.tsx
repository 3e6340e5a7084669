import { drawing } from '../../settings.ts';
import { texts } from '../../texts.ts';
import { useSetting } from '../common/use-setting.ts';
import { OptionSection } from './OptionSection.tsx';

const ways = ['highlights', 'boxes'] as const;

/** How marks are drawn in pages. */
export function MarkStyle() {
  const [way, setWay] = useSetting(drawing);
  const t = texts.options.marks;
  return (
    <OptionSection id="marks" title={t.title}>
      <fieldset className="choices">
        <legend>{t.label}</legend>
        {ways.map((name) => (
          <label key={name} className="checkbox">
            <input type="radio" name="drawing" checked={way === name} onChange={() => setWay(name)} />
            {t[name]}
          </label>
        ))}
      </fieldset>
    </OptionSection>
  );
}
