import type { PolicyPreference } from '../../../../shared/protocol/policy.ts';
import { texts } from '../../../texts.ts';

interface PreferenceListProps {
  readonly preferences: readonly PolicyPreference[];
}

/** More than these are behind a click. */
const shownAtFirst = 8;

/** What a policy prefers, strongest first, in plain words. */
export function PreferenceList({ preferences }: PreferenceListProps) {
  const t = texts.dashboard.policy;
  if (preferences.length === 0) return <p className="soft">{t.noPreference}</p>;
  const rest = preferences.slice(shownAtFirst);
  return (
    <div className="stack-tight">
      <Preferences preferences={preferences.slice(0, shownAtFirst)} />
      {rest.length > 0 && (
        <details className="details">
          <summary>{t.morePreferences(rest.length)}</summary>
          <Preferences preferences={rest} />
        </details>
      )}
    </div>
  );
}

function Preferences({ preferences }: PreferenceListProps) {
  const t = texts.dashboard.policy;
  return (
    <ul className="preferences">
      {preferences.map(({ ruleId, wording, sentence, probability }) => (
        <li key={`${ruleId} ${wording}`} className="row spread">
          <span>{sentence}</span>
          <span className="small soft">{t.sure(probability)}</span>
        </li>
      ))}
    </ul>
  );
}
