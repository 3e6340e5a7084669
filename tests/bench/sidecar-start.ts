import { generateSampleCompany } from '../../sidecar/sample-company/generate.ts';
import { wholeText } from '../../sidecar/storage/postings.ts';
import { type Row, withGoal } from './detection-row.ts';
import { importPeople, issueToken } from './sidecar-company.ts';
import { startService } from './sidecar-service.ts';

/**
 * How long a service over many people takes from the start of its process to its first answered match: once after the
 * import, when the vectors are fitted, and once more, when everything is read back. And the rate of that import.
 */
export async function startRows(data: string, people: number): Promise<Row[]> {
  const company = generateSampleCompany({ seed: 3, candidates: people });
  const rate = await importPeople(data, company);
  const token = issueToken(data);
  const text = company.postings.map(wholeText)[0] ?? '';
  const first = await timeStart(data, token, text);
  const again = await timeStart(data, token, text);
  const size = people.toLocaleString('en');
  const note = `it listens after ${again.listening.toFixed(2)} s; resident set ${again.resident.toFixed(0)} MB`;
  return [
    rate,
    { name: `start with ${size} people just imported, to a match`, value: first.answered, unit: 's' },
    withGoal(
      { name: `start with ${size} people, to a match`, value: again.answered, unit: 's', note },
      { atMost: 2 },
    ),
  ];
}

async function timeStart(data: string, token: string, text: string) {
  const start = performance.now();
  const elapsed = () => (performance.now() - start) / 1000;
  const service = await startService(data);
  try {
    const listening = elapsed();
    const response = await fetch(`${service.url}/v1/match`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    });
    if (!response.ok) throw new Error(`the first match was answered with ${response.status}`);
    await response.arrayBuffer();
    return { listening, answered: elapsed(), resident: service.residentSet() };
  } finally {
    await service.close();
  }
}
