import type { SidecarState } from '../messages.ts';
import { managed, pairing, sidecarPort } from '../settings.ts';
import { createSidecarClient, type SidecarClient, SidecarError } from './sidecar-client.ts';

/** A client for the port and the token that are stored now. */
async function currentClient(): Promise<SidecarClient> {
  const [port, record] = await Promise.all([currentPort(), pairing.get()]);
  return createSidecarClient({ port, token: record?.token }, fetch);
}

async function currentPort(): Promise<number> {
  return (await managed.port.get()) ?? (await sidecarPort.get());
}

/** Absent, there but unpaired, or paired; never throws. */
export async function sidecarState(): Promise<SidecarState> {
  try {
    const health = await (await currentClient()).health();
    const record = await pairing.get();
    return record ? { state: 'paired', health, role: record.role } : { state: 'unpaired', health };
  } catch (error) {
    if (error instanceof SidecarError) return { state: 'absent', detail: `${error.message} ${error.mend}` };
    throw error;
  }
}

/**
 * Exchanges a one-time code for a token and keeps it.
 * @throws SidecarError when nothing answers on the port or the code is refused; the pairing before stays as it was.
 */
export async function pair(code: string, port: number): Promise<SidecarState> {
  const { token, role } = await createSidecarClient({ port }, fetch).pair(code);
  await sidecarPort.set(port);
  await pairing.set({ token, role });
  return sidecarState();
}

/**
 * Runs one call of the sidecar. A token that is no longer known is dropped, so that every page shows "not paired".
 * @throws SidecarError as the client does.
 */
export async function withSidecar<T>(call: (client: SidecarClient) => Promise<T>): Promise<T> {
  try {
    return await call(await currentClient());
  } catch (error) {
    if (error instanceof SidecarError && error.failure === 'unpaired') await pairing.set(null);
    throw error;
  }
}
