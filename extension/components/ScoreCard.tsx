import type { Check } from '../../shared/protocol/check.ts';
import { texts } from '../texts.ts';
import { countsOf, type PostingView } from './posting-view.ts';
import { pointsBelowZero, ScoreParts } from './ScoreParts.tsx';
import { ScoreRing } from './ScoreRing.tsx';

interface ScoreCardProps {
  readonly check: Check;
  /** What the sections below show. */
  readonly view: PostingView;
}

/** Thresholds are wording only: nothing else depends on them. */
function scoreSentence(value: number): string {
  if (value >= 90) return texts.score.open;
  return value >= 60 ? texts.score.some : texts.score.several;
}

export function ScoreCard({ check, view }: ScoreCardProps) {
  const t = texts.score;
  const { score, findings } = check;
  const below = Math.round(pointsBelowZero(score));
  return (
    <div className="card stack">
      <div className="row score-row">
        <ScoreRing value={score.value} />
        <div className="grow">
          <h2>{scoreSentence(score.value)}</h2>
          <p className="soft">{t.found(countsOf(view))}</p>
          {below > 0 && <p className="small soft">{t.belowZero(below)}</p>}
        </div>
      </div>
      {score.losses.length > 0 && (
        <details className="details">
          <summary>{t.how}</summary>
          <ScoreParts score={score} findings={findings} />
          <p className="small soft">{t.hint}</p>
        </details>
      )}
    </div>
  );
}
