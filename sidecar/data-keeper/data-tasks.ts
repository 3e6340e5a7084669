import { z } from 'zod';

/** Work on the whole data folder that would hold the service up: done in a thread of its own. */
export const dataTaskSchema = z.discriminatedUnion('task', [
  z.object({ task: z.literal('erase'), directory: z.string(), ids: z.array(z.string()) }),
  z.object({ task: z.literal('back-up'), directory: z.string(), folder: z.string() }),
]);

export const dataReplySchema = z.discriminatedUnion('reply', [
  z.object({ reply: z.literal('result'), result: z.unknown() }),
  /** `mend` is there when the failure is one that a person can mend. */
  z.object({ reply: z.literal('failure'), message: z.string(), mend: z.string().optional() }),
]);

export type DataTask = z.infer<typeof dataTaskSchema>;
export type DataReply = z.infer<typeof dataReplySchema>;
