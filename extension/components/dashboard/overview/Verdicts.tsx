import type { Headline } from '../../../../shared/protocol/report.ts';
import { texts } from '../../../texts.ts';
import { Notice } from '../../common/Notice.tsx';

interface VerdictsProps {
  readonly headlines: readonly Headline[];
}

const tones = { attention: 'warn', quiet: 'plain', good: 'good', open: 'plain' } as const;
/** What needs a look comes first, what is settled last. */
const order = ['attention', 'open', 'quiet', 'good'] as const;

/** What the report says on its first page, attribute by attribute, with how sure that is. */
export function Verdicts({ headlines }: VerdictsProps) {
  const t = texts.dashboard.overview.verdicts;
  const sorted = headlines.toSorted((a, b) => order.indexOf(a.tone) - order.indexOf(b.tone));
  return (
    <section className="card stack" aria-labelledby="verdicts-title">
      <h2 id="verdicts-title">{t.title}</h2>
      {sorted.length === 0 && <p className="soft">{t.none}</p>}
      {sorted.map(({ topic, attribute, answer, tone, sentences }) => (
        <Notice key={`${topic} ${attribute}`} tone={tones[tone]} title={t.about(t.topics[topic], attribute)}>
          <p>
            <strong>{t.tones[tone]}</strong> {answer}
          </p>
          {sentences.map((sentence) => (
            <p key={sentence} className="small">
              {sentence}
            </p>
          ))}
        </Notice>
      ))}
    </section>
  );
}
