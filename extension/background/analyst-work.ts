import { analystCalls } from '../../shared/protocol/analyst.ts';
import { type AnalystStream, analystStreamSchema } from '../port-messages.ts';
import { callNamed } from './analyst-client.ts';
import type { PortWork } from './answer-port.ts';
import { type SidecarClient, SidecarError } from './sidecar-client.ts';
import { withSidecar } from './sidecar-state.ts';

/** A call of the dashboard that is followed, sends a table or is answered late. */
export const analystWork: PortWork = (message, signal, onEvent) => {
  const request = analystStreamSchema.parse(message);
  return withSidecar((client) => run(client, request, signal, onEvent));
};

async function run(
  { analyst }: SidecarClient,
  { call, parameters, table }: AnalystStream,
  signal: AbortSignal,
  onEvent: (event: unknown) => void,
): Promise<unknown> {
  const name = callNamed(call);
  if (!table && analystCalls[name].replies !== 'events') return analyst.waitFor(name, parameters, signal);
  if (!table) {
    for await (const event of analyst.follow(name, parameters, signal)) onEvent(event);
    return null;
  }
  if (!table.url.startsWith(`blob:${self.origin}/`)) {
    throw new SidecarError('refused', 'Only a file of this page can be sent.', 'Choose the file again.');
  }
  const file = await (await fetch(table.url, { signal })).blob();
  return analyst.sendTable(name, parameters, { file, format: table.format }, signal);
}
