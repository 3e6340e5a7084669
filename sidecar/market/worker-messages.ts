import { z } from 'zod';
import { editSchema } from '../../shared/protocol/edit.ts';
import {
  estimateRequestSchema,
  progressEventSchema,
  rewriteRequestSchema,
} from '../../shared/protocol/rewrite.ts';
import { matchRequestSchema } from '../../shared/protocol/sidecar.ts';

/** What the worker is started with. */
export const startDataSchema = z.object({ directory: z.string(), seed: z.number() });

/** Messages to the worker: a numbered call, or the number of a call to give up. */
export const callSchema = z.discriminatedUnion('call', [
  z.object({ call: z.literal('match'), id: z.int(), request: matchRequestSchema }),
  z.object({ call: z.literal('rewrite'), id: z.int(), request: rewriteRequestSchema }),
  z.object({ call: z.literal('estimate'), id: z.int(), request: estimateRequestSchema }),
  z.object({ call: z.literal('measure'), id: z.int() }),
  z.object({ call: z.literal('warm-up'), id: z.int() }),
  z.object({ call: z.literal('cancel'), id: z.int() }),
]);

/** Messages from the worker: events while it works, then a result or a failure. */
export const replySchema = z.discriminatedUnion('reply', [
  z.object({
    reply: z.literal('event'),
    id: z.int(),
    event: z.discriminatedUnion('type', [
      z.object({ type: z.literal('progress'), progress: progressEventSchema }),
      z.object({ type: z.literal('edit'), edit: editSchema }),
    ]),
  }),
  z.object({ reply: z.literal('result'), id: z.int(), result: z.unknown() }),
  z.object({
    reply: z.literal('failure'),
    id: z.int(),
    message: z.string(),
    /** Present when the failure is one that the user can mend. */
    mend: z.string().optional(),
  }),
]);

export type Call = z.infer<typeof callSchema>;
export type Reply = z.infer<typeof replySchema>;
