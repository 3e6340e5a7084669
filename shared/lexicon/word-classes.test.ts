import { expect, it } from 'vitest';
import { createDetector } from '../detection/detector.ts';

const detector = createDetector();
const marked = (text: string) =>
  detector.check(text).findings.filter(({ polarity }) => polarity === 'excludes');

it.each(
  'actor baker bookkeeper carpenter dentist doctor florist housekeeper journalist labourer librarian midwife nanny painter pharmacist roofer tailor translator tutor welder'.split(
    ' ',
  ),
)('knows the %s among those who may be sought', (trade) => {
  for (const sentence of ['We want a young T.', 'Seeking an aggressive T.', 'Male T required.'])
    expect(marked(sentence.replace('T', trade)), sentence).not.toEqual([]);
  expect(marked(`You help our ${trade} with the books.`)).toEqual([]);
});
