import { z } from 'zod';
import { editSchema } from '../shared/protocol/edit.ts';
import { progressEventSchema, rewriteRequestSchema } from '../shared/protocol/rewrite.ts';

/**
 * What may take minutes goes over a port of this name instead: the page sends one message, the worker answers with events,
 * signs of life and one last message. Closing the port cancels the work.
 */
export const ports = {
  /** A call of the dashboard that is followed, sends a table or is answered late. */
  analyst: 'analyst',
  /** The rewrite of a posting. */
  rewrite: 'rewrite',
  /** The report, for which the list may have to be measured first. */
  report: 'report',
} as const;
/** What a page sends on the port `analyst`. A table's file stays in the page, behind a `blob:` address. */
export const analystStreamSchema = z.object({
  call: z.string().max(60),
  parameters: z.unknown(),
  table: z.object({ url: z.string(), format: z.enum(['csv', 'jsonl']) }).optional(),
});
/** What a page sends on the port `rewrite`. */
export const rewriteStreamSchema = rewriteRequestSchema.pick({ text: true, engine: true, passage: true });
/** Events of a rewrite under way: its edits, as far as they are known, and how far the measuring is. */
export const rewriteEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('edit'), edit: editSchema }),
  z.object({ type: z.literal('progress'), progress: progressEventSchema }),
]);
/** What a page sends on the port `report`. */
export const reportStreamSchema = z.object({ format: z.enum(['html', 'pdf', 'csv', 'json']) });
/** The report as a data URL to save; the worker fetched it, the page never sees the token. */
export const reportFileSchema = z.object({ fileName: z.string(), dataUrl: z.string() });
/** What the worker sends back on any port. */
export const streamAnswerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('event'), event: z.unknown() }),
  z.object({ type: z.literal('working') }),
  z.object({ type: z.literal('done'), reply: z.unknown() }),
  z.object({ type: z.literal('failed'), reason: z.string(), mend: z.string() }),
]);

export type AnalystStream = z.infer<typeof analystStreamSchema>;
export type RewriteStream = z.infer<typeof rewriteStreamSchema>;
export type RewriteEvent = z.infer<typeof rewriteEventSchema>;
export type ReportFormat = z.infer<typeof reportStreamSchema>['format'];
export type ReportFile = z.infer<typeof reportFileSchema>;
export type StreamAnswer = z.infer<typeof streamAnswerSchema>;
export type PortName = (typeof ports)[keyof typeof ports];
