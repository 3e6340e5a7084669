import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { createDocumentReader, type DocumentReader } from './document-reader.ts';

let reader: DocumentReader | undefined;
afterEach(() => reader?.close());

function open(options = {}): DocumentReader {
  reader = createDocumentReader(options);
  return reader;
}

/** A zip archive (PKWARE APPNOTE) of deflated files. */
function zip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = deflateRawSync(content, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

function docx(body: Uint8Array): Buffer {
  const relationships = (target: string) =>
    Buffer.from(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${target}"/></Relationships>`,
    );
  return zip({
    '[Content_Types].xml': Buffer.from(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    '_rels/.rels': relationships('word/document.xml'),
    'word/document.xml': Buffer.concat([
      Buffer.from(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>',
      ),
      body,
      Buffer.from('</w:t></w:r></w:p></w:body></w:document>'),
    ]),
  });
}

/** A one-page PDF (ISO 32000) whose content stream is `content`, compressed. */
function pdf(content: Uint8Array): Buffer {
  const stream = deflateSync(content, { level: 9 });
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    Buffer.concat([
      Buffer.from(`<< /Length ${stream.length} /Filter /FlateDecode >>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  parts.push(
    Buffer.from(`${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF`),
  );
  return Buffer.concat(parts);
}

describe('createDocumentReader', () => {
  it('reads the text of Word and PDF documents, one after the other', async () => {
    const documents = open();
    expect(await documents.read(docx(Buffer.from('Welds steel')), '.docx')).toMatch(/Welds steel/);
    const page = Buffer.from('BT /F1 12 Tf 50 700 Td (Bakes bread) Tj ET');
    expect(await documents.read(pdf(page), '.PDF')).toMatch(/Bakes bread/);
  });

  it('goes on after a damaged document', async () => {
    const documents = open();
    await expect(documents.read(Buffer.from('PK\x03\x04'), '.docx')).rejects.toThrow(/damaged/);
    expect(await documents.read(docx(Buffer.from('Welds steel')), '.docx')).toMatch(/Welds steel/);
  });

  it('gives up on a zip bomb', async () => {
    const bomb = docx(Buffer.alloc(400 * 1024 * 1024, 'a'));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const limits = { memoryLimit: 200 * 1024 * 1024, timeLimit: 20_000 };
    await expect(open(limits).read(bomb, '.docx')).rejects.toThrow(
      /unfolds to more|took too long|cannot be read/,
    );
    // Packing four hundred megabytes takes a busy machine longer than reading them may.
  }, 120_000);

  it('gives up on a PDF bomb', async () => {
    const bomb = pdf(Buffer.alloc(400 * 1024 * 1024, 'a'));
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const limits = { memoryLimit: 200 * 1024 * 1024, timeLimit: 20_000 };
    await expect(open(limits).read(bomb, '.pdf')).rejects.toThrow(
      /unfolds to more|took too long|cannot be read/,
    );
    // Packing four hundred megabytes takes a busy machine longer than reading them may.
  }, 120_000);

  it('gives up on a document that takes too long', async () => {
    const operators = Buffer.from('BT /F1 12 Tf (a) Tj ET\n'.repeat(2_000_000));
    await expect(open({ timeLimit: 500 }).read(pdf(operators), '.pdf')).rejects.toThrow(/took too long/);
  });

  it('stops when told to', async () => {
    const stop = new AbortController();
    const reading = open().read(docx(Buffer.from('Welds steel')), '.docx', stop.signal);
    stop.abort();
    await expect(reading).rejects.toThrow(/abort/);
  });
});
