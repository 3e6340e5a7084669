import type { World } from '../../sidecar/sample-company/planted-bias.ts';
import { writeLines } from './write-lines.ts';

/** Options that name a synthetic company's candidates and postings, written into `folder`, which the caller removes. */
export function companyOptions(folder: string, { candidates, gender, postings }: World): string[] {
  const people = candidates.map(({ externalId, text, occupation }, i) => ({
    ...{ id: externalId, text, occupation },
    gender: gender[i],
  }));
  const texts = postings.map(({ id, employer, text }) => ({ id, employer, text }));
  return [
    ...['--candidates', writeLines(folder, 'candidates.jsonl', people), '--attribute', 'gender'],
    ...['--postings', writeLines(folder, 'company-postings.jsonl', texts)],
  ];
}
