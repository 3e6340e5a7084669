import { HttpProblem } from '../security/http-problem.ts';

/** The text of a posting. @throws HttpProblem when there is none. */
export function requireText(text: string): string {
  if (text.trim() === '') {
    throw new HttpProblem(422, 'The posting is empty.', 'Write or paste the text of the posting first.');
  }
  return text;
}
