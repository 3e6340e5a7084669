import { expect, test } from 'vitest';
import { callNamed, createAnalystClient } from './analyst-client.ts';
import { createSender } from './sidecar-request.ts';

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly type: string | null;
  readonly body: unknown;
}

function clientThatGets(answer: () => Response) {
  const sent: Sent[] = [];
  const fetch = (async (url: string, { method, headers, body }: RequestInit) => {
    sent.push({ url, method, type: new Headers(headers).get('content-type'), body });
    return answer();
  }) as typeof globalThis.fetch;
  return { sent, client: createAnalystClient(createSender({ port: 47821, token: 'secret' }, fetch)) };
}
const base = 'http://127.0.0.1:47821/v1';

test('a call is sent as the table says, with its body checked', async () => {
  const statement = { id: 'a/b', text: 'We pay for training.', topic: 'training' };
  const { sent, client } = clientThatGets(() => Response.json(statement));
  const { id, ...body } = statement;
  expect(await client.ask('saveStatement', { parameters: { id }, body })).toEqual(statement);
  expect(sent).toEqual([
    {
      url: `${base}/statements/a%2Fb`,
      method: 'PUT',
      type: 'application/json',
      body: JSON.stringify(body),
    },
  ]);
});

test('what does not fit the table is not sent', async () => {
  const { sent, client } = clientThatGets(() => Response.json({}));
  await expect(client.ask('saveStatement', { parameters: { id: 'a' }, body: { text: '' } })).rejects.toThrow(
    /saveStatement was not sent/,
  );
  expect(sent).toEqual([]);
  expect(() => callNamed('toString')).toThrow('There is no call');
});

test('an answer without content is null, and one of another shape is not believed', async () => {
  const gone = clientThatGets(() => new Response(null, { status: 204 }));
  expect(await gone.client.ask('removeStatement', { parameters: { id: 'a' } })).toBeNull();
  const odd = clientThatGets(() => Response.json({ statements: 'none' }));
  await expect(odd.client.ask('statements', {})).rejects.toThrow(/in a form this version does not know/);
});

test('a table goes as it is, under its own type', async () => {
  const summary = { imported: 1, updated: 0, unchanged: 0, rejected: [] };
  const { sent, client } = clientThatGets(() => Response.json(summary));
  const file = new Blob(['id,text\n1,Nurse']);
  const parameters = { dryRun: 'true', map: ['text=text'] };
  expect(await client.sendTable('importCandidates', parameters, { file, format: 'csv' })).toEqual(summary);
  expect(sent).toEqual([
    { url: `${base}/candidates?dryRun=true&map=text%3Dtext`, method: 'POST', type: 'text/csv', body: file },
  ]);
});

test('events are read one by one until the sidecar ends them', async () => {
  const events = [
    { type: 'progress', done: 1, total: 2, message: 'measuring' },
    { type: 'progress', done: 2, total: 2, message: 'measuring' },
  ];
  const body = events.map((event) => `event: progress\ndata: ${JSON.stringify(event)}\n\n`).join('');
  const { client } = clientThatGets(() => new Response(body));
  const seen: unknown[] = [];
  for await (const event of client.follow('trainingRunEvents', { id: 'run' })) seen.push(event);
  expect(seen).toEqual(events);
});
