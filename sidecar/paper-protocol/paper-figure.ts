import type { PaperEvaluation, PaperRow } from '../../training/paper-protocol/record.ts';
import { escapeMarkup } from '../reports/markup.ts';

const row = 42;
const left = 330;
const plot = 400;
const top = 98;
/** One for each encoder, the one that was searched first. */
const series = [
  { colour: '#1f5fa8', sign: '●', mark: circle },
  { colour: '#b3541e', sign: '■', mark: square },
  { colour: '#4a7a2c', sign: '◆', mark: diamond },
] as const;

/**
 * The change of the corrected q for every method, with its interval, one mark an encoder, as an SVG that needs nothing else. Read
 * from left (the list moves away from the target) to right (toward it); the line is no change.
 */
export function paperFigure({ rows, encoders, postings, synthetic }: PaperEvaluation): string {
  const changed = rows.flatMap((one) => (one.correctedQ.change === null ? [] : [one]));
  const methods = [...new Set(changed.map(({ method }) => method))];
  const ends = changed.flatMap(({ correctedQ: { change } }) =>
    change === null ? [] : [change.mean, change.interval?.lower ?? 0, change.interval?.upper ?? 0],
  );
  const widest = Math.max(0.5, ...ends.map(Math.abs));
  const x = (value: number) => (left + (plot * (value / widest + 1)) / 2).toFixed(1);
  const height = top + methods.length * row + 40;
  const bottom = height - 36;
  const title = `Change of the corrected q on ${postings.unseen} unseen postings${synthetic ? ' (simulated)' : ''}`;
  const draw = ({ method, encoder, correctedQ: { change } }: PaperRow): string => {
    const place = encoders.findIndex(({ name }) => name === encoder);
    const drawn = series[place];
    if (change === null || drawn === undefined) return '';
    const y = top + methods.indexOf(method) * row + 10 + 10 * place;
    const { lower, upper } = change.interval ?? { lower: change.mean, upper: change.mean };
    return [
      `<line x1="${x(lower)}" x2="${x(upper)}" y1="${y}" y2="${y}" stroke="${drawn.colour}" stroke-width="2"/>`,
      drawn.mark(Number(x(change.mean)), y, drawn.colour),
    ].join('');
  };
  const legend = encoders.flatMap(({ name, searched }, i) => {
    const drawn = series[i];
    if (drawn === undefined) return [];
    const label = `${drawn.sign} ${name}, ${searched ? 'searched' : 'never searched'}`;
    return [`<text x="16" y="${44 + 18 * i}" fill="${drawn.colour}">${escapeMarkup(label)}</text>`];
  });
  const ticks = [-widest, -widest / 2, 0, widest / 2, widest].map(
    (value) =>
      `<line x1="${x(value)}" x2="${x(value)}" y1="${top}" y2="${bottom}" stroke="${value === 0 ? '#444' : '#ddd'}"/><text x="${x(value)}" y="${bottom + 18}" text-anchor="middle">${value.toFixed(1)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + plot + 30} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="16" y="24" font-size="16" font-weight="600">${escapeMarkup(title)}</text>`,
    ...legend,
    ...ticks,
    ...methods.map(
      (method, i) =>
        `<text x="${left - 14}" y="${top + i * row + 24}" text-anchor="end">${escapeMarkup(method)}</text>`,
    ),
    ...changed.map(draw),
    '</svg>',
    '',
  ].join('\n');
}

function circle(x: number, y: number, colour: string): string {
  return `<circle cx="${x}" cy="${y}" r="4" fill="${colour}"/>`;
}

function square(x: number, y: number, colour: string): string {
  return `<rect x="${(x - 4).toFixed(1)}" y="${y - 4}" width="8" height="8" fill="${colour}"/>`;
}

function diamond(x: number, y: number, colour: string): string {
  return `<path d="M${x} ${y - 5}l5 5l-5 5l-5 -5z" fill="${colour}"/>`;
}
