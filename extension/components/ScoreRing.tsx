import { texts } from '../texts.ts';

interface ScoreRingProps {
  /** 0 to 100. */
  readonly value: number;
  readonly size?: number;
}

/** The score as a figure inside an arc of the same share. */
export function ScoreRing({ value, size = 84 }: ScoreRingProps) {
  const radius = 40;
  const length = 2 * Math.PI * radius;
  const shown = Math.round(value);
  return (
    <svg
      className="score-ring"
      width={size}
      height={size}
      viewBox="0 0 96 96"
      role="img"
      aria-label={texts.score.label(shown)}
    >
      <circle className="score-ring-track" cx="48" cy="48" r={radius} />
      {shown > 0 && (
        <circle
          className="score-ring-value"
          cx="48"
          cy="48"
          r={radius}
          strokeDasharray={`${(length * value) / 100} ${length}`}
          transform="rotate(-90 48 48)"
        />
      )}
      <text x="48" y="51" textAnchor="middle" className="score-ring-figure">
        {shown}
      </text>
      <text x="48" y="67" textAnchor="middle" className="score-ring-unit">
        {texts.score.outOf}
      </text>
    </svg>
  );
}
