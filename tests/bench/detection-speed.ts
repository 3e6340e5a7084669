import { text as alex } from 'alex';
import retextEnglish from 'retext-english';
import retextEquality from 'retext-equality';
import retextStringify from 'retext-stringify';
import { unified } from 'unified';
import type { Detector } from '../../shared/detection/detector.ts';
import { type Row, withGoal } from './detection-row.ts';

const length = 5000;

/** Postings joined and cut to 5,000 characters, so that each measurement has the same amount of real text. */
function slices(postings: readonly string[], most: number): string[] {
  const joined = postings.join('\n\n');
  const count = Math.min(most, Math.floor(joined.length / length));
  return Array.from({ length: count }, (_, index) => joined.slice(index * length, (index + 1) * length));
}

interface Times {
  readonly median: number;
  readonly p99: number;
}

function measure(
  texts: readonly string[],
  rounds: number,
  work: (text: string, index: number) => unknown,
): Times {
  texts.forEach(work);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    texts.forEach((text, index) => {
      const start = performance.now();
      work(text, index);
      times.push(performance.now() - start);
    });
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { median: at(0.5), p99: at(0.99) };
}

/** Single thread, warm, in milliseconds; alex and retext-equality on the same texts in the same run. */
export function speedRows(detector: Detector, postings: readonly string[], quick: boolean): Row[] {
  const texts = slices(postings, quick ? 60 : 200);
  const ours = measure(texts, quick ? 5 : 10, (text) => detector.check(text));
  const equality = unified().use(retextEnglish).use(retextEquality).use(retextStringify);
  const rivals = texts.slice(0, quick ? 15 : 60);
  const byAlex = measure(rivals, 2, (text) => alex(text).messages.length);
  const byEquality = measure(rivals, 2, (text) => equality.processSync(text).messages.length);
  const long = postings
    .join('\n\n')
    .split(/(?<=\s)/)
    .slice(0, 20_000)
    .join('');
  const onLong = measure([long], quick ? 5 : 20, (text) => detector.check(text));

  const row = (name: string, value: number) => ({ name, value, unit: 'ms' });
  return [
    withGoal(row('5,000 characters, median', ours.median), { atMost: 1.5 }),
    withGoal(row('5,000 characters, 99th percentile', ours.p99), { atMost: 10 }),
    withGoal(row('re-check after one keystroke, median', keystroke(detector, texts).median), { atMost: 0.5 }),
    withGoal(row('20,000 words, median', onLong.median), { atMost: 40 }),
    withGoal(
      {
        name: 'times faster than alex',
        value: byAlex.median / ours.median,
        unit: 'x',
        rival: { name: 'alex ms', value: byAlex.median },
      },
      { atLeast: 10 },
    ),
    withGoal(
      {
        name: 'times faster than retext-equality',
        value: byEquality.median / ours.median,
        unit: 'x',
        rival: { name: 'retext-equality ms', value: byEquality.median },
      },
      { atLeast: 5 },
    ),
  ];
}

/** One letter is typed in the middle of a posting that the session has seen. */
function keystroke(detector: Detector, texts: readonly string[]): Times {
  const times: number[] = [];
  for (const text of texts) {
    const session = detector.session();
    session.update(text);
    for (let typed = 1; typed <= 10; typed += 1) {
      const middle = text.length >> 1;
      const changed = `${text.slice(0, middle)}${'a'.repeat(typed)}${text.slice(middle)}`;
      const start = performance.now();
      session.update(changed);
      times.push(performance.now() - start);
    }
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1] ?? 0, p99: times[Math.floor(times.length * 0.99)] ?? 0 };
}
