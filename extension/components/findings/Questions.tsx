import { texts } from '../../texts.ts';
import { CopyButton } from '../common/CopyButton.tsx';
import { Icon } from '../common/Icon.tsx';
import type { PlacedFinding } from '../posting-view.ts';
import { EvidenceLine } from './EvidenceLine.tsx';

interface QuestionsProps {
  readonly questions: readonly PlacedFinding[];
  readonly onShow: (item: PlacedFinding) => void;
}

/** Requirements that may be wider than the job needs: questions to a person, never edits. */
export function Questions({ questions, onShow }: QuestionsProps) {
  const t = texts.findings;
  if (questions.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="questions-title">
      <div>
        <h2 id="questions-title" className="row">
          <Icon name="question" />
          {t.questionsTitle}
        </h2>
        <p className="small soft">{t.questionsHint}</p>
      </div>
      <ul className="findings">
        {questions.map((item) => (
          <li key={item.key} className="finding">
            {item.place && (
              <button
                type="button"
                className="finding-words"
                onClick={() => onShow(item)}
                aria-label={t.show(item.finding.text)}
              >
                {item.finding.text}
              </button>
            )}
            <p>{item.finding.message}</p>
            <EvidenceLine evidence={item.finding.evidence} />
            <div>
              <CopyButton text={questionText(item)} label={t.copyQuestion} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function questionText({ finding }: PlacedFinding): string {
  return finding.text ? `“${finding.text}”: ${finding.message}` : finding.message;
}
