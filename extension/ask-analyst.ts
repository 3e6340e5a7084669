import type { z } from 'zod';
import {
  type AnalystBody,
  type AnalystCallName,
  type AnalystCalls,
  type AnalystReply,
  analystCalls,
} from '../shared/protocol/analyst.ts';
import type { TableFormat } from '../shared/protocol/company-data.ts';
import { askOverPort } from './ask-over-port.ts';
import { PageRequestError, type SendRequest } from './pages-client.ts';
import { type AnalystStream, ports } from './port-messages.ts';

/** An object type without keys of its own says nothing. */
type Named<T> = string extends keyof T ? unknown : T;
type ParametersOf<Name extends AnalystCallName> = Named<z.input<AnalystCalls[Name]['inPath']>> &
  Named<z.input<AnalystCalls[Name]['inQuery']>>;

/** Parameters and body of a call, each only where the call has one. */
export type AnalystInput<Name extends AnalystCallName> = (unknown extends ParametersOf<Name>
  ? { readonly parameters?: never }
  : { readonly parameters: ParametersOf<Name> }) &
  (AnalystBody<Name> extends undefined ? { readonly body?: never } : { readonly body: AnalystBody<Name> });

/** What the pages of the dashboard ask of the local service, through the worker: a page never holds the token. */
export interface Analyst {
  /** @throws PageRequestError when the worker or the local service refuses; the signal's reason when aborted. */
  ask<Name extends AnalystCallName>(
    name: Name,
    input: AnalystInput<Name>,
    signal?: AbortSignal,
  ): Promise<AnalystReply<Name>>;
  /** As `ask`, for what may first be computed for minutes: an abort ends the work, not the waiting alone. */
  waitFor<Name extends AnalystCallName>(
    name: Name,
    parameters: ParametersOf<Name>,
    signal?: AbortSignal,
  ): Promise<AnalystReply<Name>>;
  /** Sends a table as it is in its file. Throws as `ask`. */
  sendTable<Name extends AnalystCallName>(
    name: Name,
    parameters: ParametersOf<Name>,
    table: { readonly file: Blob; readonly format: TableFormat },
    signal?: AbortSignal,
  ): Promise<AnalystReply<Name>>;
  /** Calls back with every event until the last one. Throws as `ask`. */
  follow<Name extends AnalystCallName>(
    name: Name,
    parameters: ParametersOf<Name>,
    onEvent: (event: AnalystReply<Name>) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

/** The analyst's calls over chrome's messages and ports. */
export function createAnalyst(send: SendRequest): Analyst {
  return {
    async ask(name, { parameters, body }, signal) {
      const answer = await send(
        { type: 'page/analyst', call: name, parameters: parameters ?? {}, body },
        signal,
      );
      if (!answer.ok) throw new PageRequestError(answer.reason, answer.mend);
      return replyOf(name, answer.reply);
    },
    async waitFor(name, parameters, signal) {
      return replyOf(name, await askLate({ call: name, parameters }, () => undefined, signal));
    },
    async sendTable(name, parameters, { file, format }, signal) {
      const url = URL.createObjectURL(file);
      try {
        const request = { call: name, parameters, table: { url, format } };
        return replyOf(name, await askLate(request, () => undefined, signal));
      } finally {
        URL.revokeObjectURL(url);
      }
    },
    async follow(name, parameters, onEvent, signal) {
      await askLate({ call: name, parameters }, (event) => onEvent(replyOf(name, event)), signal);
    },
  };
}

function replyOf<Name extends AnalystCallName>(name: Name, reply: unknown): AnalystReply<Name> {
  return analystCalls[name].reply.parse(reply) as AnalystReply<Name>;
}

function askLate(
  request: AnalystStream,
  onEvent: (event: unknown) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  return askOverPort(ports.analyst, request, onEvent, signal);
}
