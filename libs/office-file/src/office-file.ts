/** Reads the parts of an .xlsx or .docx, one at a time, and stops at what is truncated, damaged or a ZIP bomb. */
import { open } from 'node:fs/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { damaged, makeXmlParser, type Handlers } from './xml-parser.js';
import { UnreadableOfficeFile } from './unreadable-office-file.js';

/** What a file may become when inflated. Real ones shrink to a tenth; a bomb to less than a thousandth. */
const limits = {
  parts: 5000,
  bytes: 1024 ** 3,
  ratio: 200,
  unsuspectedBytes: 16 * 1024 ** 2,
  /** Of the names, notes and comments in the directory of the ZIP, all of which is kept in memory. */
  directoryBytes: 4 * 1024 ** 2,
};

export interface OfficeFile {
  has(part: string): boolean;
  /** Inflated, in bytes; 0 for a part that is not there. */
  sizeOf(part: string): number;
  /** Reads a part to its end; one that is not there tells nothing. Errors: UnreadableOfficeFile. */
  readPart(part: string, handlers: Handlers): Promise<void>;
  /** The same in chunks: after each the caller has its turn. */
  parsePart(part: string, handlers: Handlers): AsyncGenerator<void>;
  close(): void;
}

/** In: the path of a ZIP, or its bytes. Out: its parts; the caller closes it. Errors: UnreadableOfficeFile. */
export async function openOfficeFile(source: string | Buffer): Promise<OfficeFile> {
  await refuseOtherKinds(source);
  const zip = await openZip(source);
  try {
    const entries = await readEntries(zip);
    const parsePart = (part: string, handlers: Handlers) => parseEntry(zip, entries.get(part), handlers);
    return {
      has: (part) => entries.has(part),
      sizeOf: (part) => entries.get(part)?.uncompressedSize ?? 0,
      parsePart,
      readPart: async (part, handlers) => {
        const chunks = parsePart(part, handlers);
        while (!(await chunks.next()).done);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** A file of another kind is told by its first bytes: a ZIP that was cut off still begins as one. */
async function refuseOtherKinds(source: string | Buffer): Promise<void> {
  const start = (typeof source === 'string' ? await readStart(source) : source).subarray(0, 4);
  if (start.length === 0) throw new UnreadableOfficeFile('truncated', 'The file is empty.');
  if (start.toString('hex') === 'd0cf11e0')
    throw new UnreadableOfficeFile(
      'not-a-zip',
      'The file is of an old form (.doc, .xls), or is protected by a password: save it in the new form, without one.',
    );
  if (!start.toString('latin1').startsWith('PK'))
    throw new UnreadableOfficeFile('not-a-zip', 'The file is no ZIP, as .docx and .xlsx are.');
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function openZip(source: string | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true };
  return new Promise((done, fail) => {
    const opened = (error: Error | null, zip: ZipFile) =>
      error
        ? fail(
            new UnreadableOfficeFile(
              'truncated',
              `The file does not end as a ZIP does: it is truncated or damaged (${error.message}).`,
            ),
          )
        : done(zip);
    if (typeof source === 'string') yauzl.open(source, options, opened);
    else yauzl.fromBuffer(source, options, opened);
  });
}

/**
 * Every entry by name. Errors: UnreadableOfficeFile where the ZIP is damaged, or its directory names too large
 * sizes.
 */
function readEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  let directory = 0;
  return new Promise((done, fail) => {
    zip.on('error', (error: Error) =>
      fail(new UnreadableOfficeFile('truncated', `The file is damaged: ${error.message}.`)),
    );
    zip.on('end', () => done(entries));
    zip.on('entry', (entry: Entry) => {
      inflated += entry.uncompressedSize;
      const isDense =
        entry.uncompressedSize > limits.unsuspectedBytes &&
        entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (isDense || inflated > limits.bytes || entries.size >= limits.parts)
        return fail(
          new UnreadableOfficeFile(
            'too-large',
            `The file would inflate to far more than tables and texts do (${entry.fileName}: ${entry.compressedSize} to ${entry.uncompressedSize} bytes): it is taken for a ZIP bomb.`,
          ),
        );
      directory += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
      if (directory > limits.directoryBytes)
        return fail(
          new UnreadableOfficeFile(
            'too-large',
            'The directory of the file is far longer than its parts need.',
          ),
        );
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function* parseEntry(zip: ZipFile, entry: Entry | undefined, handlers: Handlers): AsyncGenerator<void> {
  if (!entry) return;
  const part = entry.fileName;
  const parser = makeXmlParser(part, handlers);
  const decoder = new TextDecoder();
  let failure: Error | undefined;
  const stream = await new Promise<NodeJS.ReadableStream>((done, fail) =>
    zip.openReadStream(entry, (error, opened) => (error ? fail(damaged(part, error)) : done(opened))),
  );
  stream.on('error', (error: Error) => (failure = error));
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      yield;
    }
    parser.close();
  } catch (error) {
    throw error === failure ? damaged(part, failure as Error) : error;
  }
}
