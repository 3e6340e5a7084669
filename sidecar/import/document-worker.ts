import { parentPort } from 'node:worker_threads';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { z } from 'zod';

const requestSchema = z.object({ bytes: z.instanceof(Uint8Array), extension: z.string() });

async function readDocument(bytes: Uint8Array, extension: string): Promise<string> {
  if (extension.toLowerCase() === '.docx') {
    return (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
  }
  const document = await getDocumentProxy(bytes);
  return (await extractText(document, { mergePages: true })).text;
}

parentPort?.on('message', async (message: unknown) => {
  try {
    const { bytes, extension } = requestSchema.parse(message);
    parentPort?.postMessage({ text: await readDocument(bytes, extension) });
  } catch {
    // The parsers' messages may quote the document, so they go no further.
    parentPort?.postMessage({ problem: 'it is damaged, protected by a password, or not what its name says' });
  }
});
