import { type ReportFile, reportStreamSchema } from '../port-messages.ts';
import type { PortWork } from './answer-port.ts';
import { withSidecar } from './sidecar-state.ts';

/** Fetches the report; the sidecar may have to measure the list first. */
export const reportWork: PortWork = async (message, signal): Promise<ReportFile> => {
  const { format } = reportStreamSchema.parse(message);
  const file = await withSidecar((client) => client.report(format, signal));
  return { fileName: file.name, dataUrl: await dataUrl(file) };
};

/** A worker has no FileReader, so the bytes are encoded here, in pieces that `String.fromCharCode` can take. */
async function dataUrl(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return `data:${blob.type || 'application/octet-stream'};base64,${btoa(binary)}`;
}
