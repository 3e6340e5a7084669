import { z } from 'zod';
import { actionSchema, openEnvironmentResponseSchema, resetRequestSchema, stateSchema } from './contract.ts';

/** What an OpenEnv client sends over its WebSocket, one JSON object a message. */
export const sessionMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('reset'), data: resetRequestSchema.default({}) }),
  /** The action itself; a connection keeps its posting, so it need not be sent again. */
  z.object({ type: z.literal('step'), data: actionSchema.partial({ posting: true }) }),
  z.object({ type: z.literal('state') }),
  z.object({ type: z.literal('close') }),
]);

/** OpenEnv's own names of what can be wrong with a message. */
export const sessionErrorCodes = [
  'INVALID_JSON',
  'UNKNOWN_TYPE',
  'VALIDATION_ERROR',
  'EXECUTION_ERROR',
  'CAPACITY_REACHED',
] as const;

export const sessionReplySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('observation'), data: openEnvironmentResponseSchema }),
  z.object({ type: z.literal('state'), data: stateSchema }),
  z.object({
    type: z.literal('error'),
    data: z.object({ message: z.string(), code: z.enum(sessionErrorCodes) }),
  }),
]);

export type SessionMessage = z.infer<typeof sessionMessageSchema>;
export type SessionReply = z.infer<typeof sessionReplySchema>;
export type SessionErrorCode = (typeof sessionErrorCodes)[number];
