import { expect, test, vi } from 'vitest';
import { reportWork } from './report-work.ts';
import type { SidecarClient } from './sidecar-client.ts';

const { withSidecar } = vi.hoisted(() => ({ withSidecar: vi.fn() }));
vi.mock('./sidecar-state.ts', () => ({ withSidecar }));

test('the report comes under the name that the service gave it, byte for byte', async () => {
  const bytes = new Uint8Array(100_000).map((_, i) => i % 256);
  const file = new File([bytes], 'report.pdf', { type: 'application/pdf' });
  const report = vi.fn(async () => file);
  withSidecar.mockImplementation((call: (client: SidecarClient) => unknown) =>
    call({ report } as unknown as SidecarClient),
  );
  const { signal } = new AbortController();
  const reply = await reportWork({ format: 'pdf' }, signal, () => undefined);
  expect(report).toHaveBeenCalledExactlyOnceWith('pdf', signal);
  const { fileName, dataUrl } = reply as { fileName: string; dataUrl: string };
  expect(fileName).toBe('report.pdf');
  const [type, content = ''] = dataUrl.split(',');
  expect(type).toBe('data:application/pdf;base64');
  expect(new Uint8Array(Buffer.from(content, 'base64'))).toEqual(bytes);
});
