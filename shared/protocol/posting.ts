// By its namespace, so that the page does not load zod's messages in forty languages.
import * as z from 'zod';

/** A posting is at most this long over HTTP, in bytes of UTF-8. */
export const maxPostingBytes = 1024 * 1024;

export const postingSectionSchema = z.object({
  /** Heading as written, absent for the opening text. */
  heading: z.string().optional(),
  text: z.string(),
});

/** Title, ordered sections and structured values, gathered across the fields and frames of one form. */
export const postingSchema = z.object({
  id: z.string(),
  title: z.string(),
  sections: z.array(postingSectionSchema),
  pay: z.string().optional(),
  location: z.string().optional(),
  employmentType: z.string().optional(),
  employer: z.string().optional(),
});

export type Posting = z.infer<typeof postingSchema>;

/** The whole posting as one text: title, then each section under its heading, separated by blank lines. */
export function postingText(posting: Posting): string {
  const sections = posting.sections.map((s) => (s.heading ? `${s.heading}\n${s.text}` : s.text));
  return [posting.title, ...sections].filter((part) => part.length > 0).join('\n\n');
}
