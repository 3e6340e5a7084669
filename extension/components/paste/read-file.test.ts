// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { readFileAsHtml } from './read-file.ts';

const fileOf = (name: string, bytes: ArrayBuffer | string) => {
  const buffer = typeof bytes === 'string' ? new TextEncoder().encode(bytes).buffer : bytes;
  const file = new File([buffer], name);
  // jsdom's File has no arrayBuffer().
  Object.defineProperty(file, 'arrayBuffer', { value: async () => buffer });
  return file;
};
const bytesOf = (...bytes: number[]) => new Uint8Array(bytes).buffer;

test('reads text and HTML', async () => {
  expect(await readFileAsHtml(fileOf('a.txt', 'One\n\nTwo'))).toBe('<p>One</p><p>Two</p>');
  expect(await readFileAsHtml(fileOf('a.HTML', '<h1 id="x">One</h1>'))).toBe('<h1>One</h1>');
});

test.each([
  ['UTF-8 with a mark', bytesOf(0xef, 0xbb, 0xbf, 0xc3, 0xa9)],
  ['UTF-16, little end first', bytesOf(0xff, 0xfe, 0xe9, 0x00)],
  ['UTF-16, big end first', bytesOf(0xfe, 0xff, 0x00, 0xe9)],
  ['Windows-1252', bytesOf(0xe9)],
])('reads %s', async (_name, bytes) => {
  expect(await readFileAsHtml(fileOf('a.txt', bytes))).toBe('<p>é</p>');
});

test.each([
  ['a.doc', 'x'],
  ['a', 'x'],
  ['broken.docx', 'not a zip'],
])('%s is refused with a way out', async (name, content) => {
  await expect(readFileAsHtml(fileOf(name, content))).rejects.toMatchObject({
    name: 'FileError',
    message: expect.stringContaining(name),
    mend: expect.stringContaining('.docx'),
  });
});

test('binary data under a text name is refused', async () => {
  await expect(readFileAsHtml(fileOf('a.txt', bytesOf(0x80, 0x00, 0x01)))).rejects.toThrow(
    'could not be read',
  );
});

test('a file over the limit is refused before it is read', async () => {
  await expect(readFileAsHtml(fileOf('big.txt', 'a'.repeat(1024 * 1024 + 1)))).rejects.toThrow(
    'larger than 1 MB',
  );
});
