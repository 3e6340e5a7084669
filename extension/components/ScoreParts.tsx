import type { Score, ScoreLoss } from '../../shared/protocol/check.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { texts } from '../texts.ts';

interface ScorePartsProps {
  readonly score: Score;
  readonly findings: readonly Finding[];
}

/** Points lost beyond the 100 there are: the score stops at 0, and rises only when these are won back. */
export const pointsBelowZero = ({ losses }: Score): number =>
  Math.max(0, losses.reduce((sum, loss) => sum + loss.points, 0) - 100);

const points = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });

/** The score as a sum that a reader can follow: 100, less each reason, is the score. */
export function ScoreParts({ score, findings }: ScorePartsProps) {
  const t = texts.score;
  const below = pointsBelowZero(score);
  return (
    <table className="score-parts">
      <caption className="visually-hidden">{t.caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t.columnReason}</th>
          <th scope="col">{t.columnPoints}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{t.start}</th>
          <td>100</td>
        </tr>
        {score.losses.map((loss) => (
          <tr key={loss.ruleIds.join()}>
            <th scope="row">
              {wordsOf(loss, findings)} <span className="soft small">{texts.category[loss.category]}</span>
            </th>
            <td>−{points(loss.points)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        {below > 0 && (
          <tr>
            <th scope="row">{t.notBelowZero}</th>
            <td>+{points(below)}</td>
          </tr>
        )}
        <tr>
          <th scope="row">{t.total}</th>
          <td>{points(score.value)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The words that cost these points, or the rule's reason where it is about the text as a whole. */
function wordsOf(loss: ScoreLoss, findings: readonly Finding[]): string {
  const words = findings.filter((f) => f.text && loss.ruleIds.includes(f.ruleId)).map((f) => `“${f.text}”`);
  return words.length > 0 ? [...new Set(words)].join(', ') : loss.reason;
}
