import { z } from 'zod';

/** RFC 9457 problem document. `mend` says what the reader can do about it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  mend: z.string().optional(),
});

export type Problem = z.infer<typeof problemSchema>;
