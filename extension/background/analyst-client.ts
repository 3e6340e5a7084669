import { z } from 'zod';
import { type AnalystCallName, type AnalystReply, analystCalls } from '../../shared/protocol/analyst.ts';
import { type TableFormat, tableTypes } from '../../shared/protocol/company-data.ts';
import { serverSentEvents } from './server-sent-events.ts';
import { parseReply, patience, type SendToSidecar, SidecarError } from './sidecar-request.ts';

/** What goes with a call, as a page sent it: checked here against the table of calls. */
export interface AnalystInput {
  readonly parameters?: unknown;
  readonly body?: unknown;
}

/** The name of a call in the table, or a refusal. @throws SidecarError for any other text. */
export function callNamed(name: string): AnalystCallName {
  if (Object.hasOwn(analystCalls, name)) return name as AnalystCallName;
  throw new SidecarError('refused', `There is no call “${name}”.`, 'Close this page and open it again.');
}

export interface AnalystClient {
  /** One call with a JSON reply. */
  ask<Name extends AnalystCallName>(
    name: Name,
    input: AnalystInput,
    signal?: AbortSignal,
  ): Promise<AnalystReply<Name>>;
  /** As `ask`, for what may first be computed for minutes. */
  waitFor<Name extends AnalystCallName>(
    name: Name,
    parameters: unknown,
    signal?: AbortSignal,
  ): Promise<AnalystReply<Name>>;
  /** Sends a table as it is in its file. */
  sendTable<Name extends AnalystCallName>(
    name: Name,
    parameters: unknown,
    table: { readonly file: Blob; readonly format: TableFormat },
    signal?: AbortSignal,
  ): Promise<AnalystReply<Name>>;
  /** The events of a call, until the sidecar ends them or the signal aborts. */
  follow<Name extends AnalystCallName>(
    name: Name,
    parameters: unknown,
    signal?: AbortSignal,
  ): AsyncGenerator<AnalystReply<Name>, void, undefined>;
}

/** A call of the table without its particular types. */
interface AnyCall {
  readonly method: string;
  readonly parameters: z.ZodType;
  readonly body: z.ZodType | undefined;
  readonly reply: z.ZodType;
  path(parameters: unknown): string;
}

/**
 * The calls of the dashboard, each checked against the shared table before it is sent and after it is answered.
 * @throws SidecarError from every method; an abort throws the signal's reason.
 */
export function createAnalystClient(send: SendToSidecar): AnalystClient {
  const replyTo = async (call: AnyCall, response: Response) =>
    parseReply(call.reply, response.status === 204 ? null : await response.json());
  const ask = async <Name extends AnalystCallName>(
    name: Name,
    { parameters = {}, body }: AnalystInput,
    timeout: number,
    signal?: AbortSignal,
  ) => {
    const call: AnyCall = analystCalls[name];
    const init = {
      method: call.method.toUpperCase(),
      ...(call.body ? { body: JSON.stringify(checked(call.body, body, name)) } : {}),
    };
    const path = call.path(checked(call.parameters, parameters, name));
    return (await replyTo(call, await send(path, init, timeout, signal))) as AnalystReply<Name>;
  };
  return {
    ask: (name, input, signal) => ask(name, input, patience.slow, signal),
    waitFor: (name, parameters, signal) => ask(name, { parameters }, patience.long, signal),
    async sendTable(name, parameters, { file, format }, signal) {
      const call: AnyCall = analystCalls[name];
      const init = {
        method: call.method.toUpperCase(),
        headers: { 'Content-Type': tableTypes[format] },
        body: file,
      };
      const path = call.path(checked(call.parameters, parameters, name));
      return (await replyTo(call, await send(path, init, patience.long, signal))) as AnalystReply<
        typeof name
      >;
    },
    async *follow(name, parameters, signal) {
      const call: AnyCall = analystCalls[name];
      const path = call.path(checked(call.parameters, parameters, name));
      const response = await send(path, { method: 'GET' }, patience.long, signal);
      if (!response.body) return;
      for await (const { data } of serverSentEvents(response.body)) {
        yield parseReply(call.reply, JSON.parse(data)) as AnalystReply<typeof name>;
      }
    },
  };
}

function checked(schema: z.ZodType, value: unknown, name: AnalystCallName): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SidecarError(
    'refused',
    `The call ${name} was not sent: ${z.prettifyError(parsed.error)}`,
    'Correct what is named here and try again.',
  );
}
