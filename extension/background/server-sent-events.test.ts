import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ServerSentEvent, serverSentEvents } from './server-sent-events.ts';

async function read(chunks: readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  const events: ServerSentEvent[] = [];
  for await (const event of serverSentEvents(body)) events.push(event);
  return events;
}

const bytes = new TextEncoder().encode(
  ': a comment\n\nevent: progress\ndata: {"done": 1}\n\nevent: done\r\ndata: {"text": "naïve 🙂"}\r\ndata: second line\r\n\r\ndata: last',
);
const expected = [
  { event: 'progress', data: '{"done": 1}' },
  { event: 'done', data: '{"text": "naïve 🙂"}\nsecond line' },
  { event: 'message', data: 'last' },
];

test('events are the same however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 8 }), async (cuts) => {
      const at = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const chunks = at.slice(1).map((end, index) => bytes.slice(at[index], end));
      expect(await read(chunks)).toEqual(expected);
    }),
  );
});
