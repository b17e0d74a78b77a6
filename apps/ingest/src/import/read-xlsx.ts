/** Streams the rows of an .xlsx file; nothing but its shared texts is kept in memory. */
import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableFile, type Row, type Spreadsheet } from './spreadsheet.js';

/** What a file may become when inflated. Real tables shrink to a tenth; a bomb to less than a thousandth. */
const limits = {
  entries: 5000,
  bytes: 1024 ** 3,
  textBytes: 200 * 1024 ** 2,
  ratio: 200,
  unsuspectedBytes: 16 * 1024 ** 2,
};

type Entries = ReadonlyMap<string, Entry>;
type Attributes = Readonly<Record<string, string>>;

interface Handlers {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

const notXlsx = (why: string) =>
  new UnreadableFile('not-a-spreadsheet', `The file is a ZIP but no .xlsx: ${why}.`);

/** In: the path of a ZIP. Out: the workbook in it. Errors: UnreadableFile. */
export async function openXlsx(path: string): Promise<Spreadsheet> {
  const zip = await openZip(path);
  try {
    const entries = await readEntries(zip);
    const sheets = await readSheetList(zip, entries);
    const texts = await readTexts(zip, entries);
    return {
      sheets: [...sheets.keys()],
      rows: (sheet) => readRows(zip, entries.get(sheets.get(sheet)!)!, texts),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((done, fail) =>
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error
        ? fail(
            new UnreadableFile(
              'truncated',
              `The file begins as an .xlsx and does not end as one: it is truncated or damaged (${error.message}).`,
            ),
          )
        : done(zip),
    ),
  );
}

/** Every entry by name, after what the directory says of their sizes has been held against the limits. */
function readEntries(zip: ZipFile): Promise<Entries> {
  const entries = new Map<string, Entry>();
  let inflated = 0;
  return new Promise((done, fail) => {
    zip.on('error', (error: Error) =>
      fail(new UnreadableFile('truncated', `The file is damaged: ${error.message}.`)),
    );
    zip.on('end', () => done(entries));
    zip.on('entry', (entry: Entry) => {
      inflated += entry.uncompressedSize;
      const isDense =
        entry.uncompressedSize > limits.unsuspectedBytes &&
        entry.uncompressedSize > entry.compressedSize * limits.ratio;
      if (isDense || inflated > limits.bytes || entries.size >= limits.entries)
        return fail(
          new UnreadableFile(
            'too-large',
            `The file would inflate to far more than a table is (${entry.fileName}: ${entry.compressedSize} to ${entry.uncompressedSize} bytes): it is taken for a ZIP bomb.`,
          ),
        );
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Feeds the text of an entry to the handlers; after each chunk the caller has its turn. Errors: UnreadableFile. */
async function* parseEntry(zip: ZipFile, entry: Entry, handlers: Handlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  const bare = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', (tag) => handlers.open?.(bare(tag.name), tag.attributes as Attributes));
  parser.on('closetag', (tag) => handlers.close?.(bare(tag.name)));
  parser.on('text', (text) => handlers.text?.(text));
  const decoder = new TextDecoder();
  try {
    const stream = await new Promise<NodeJS.ReadableStream>((done, fail) =>
      zip.openReadStream(entry, (error, opened) => (error ? fail(error) : done(opened))),
    );
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      yield;
    }
    parser.close();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      'truncated',
      `${entry.fileName} cannot be read to its end: the file is truncated or damaged (${(error as Error).message}).`,
    );
  }
}

async function parseWhole(zip: ZipFile, entry: Entry | undefined, handlers: Handlers): Promise<void> {
  if (!entry) return;
  const parts = parseEntry(zip, entry, handlers);
  while (!(await parts.next()).done);
}

/** Sheet name to entry name, in the order of the workbook. */
async function readSheetList(zip: ZipFile, entries: Entries): Promise<Map<string, string>> {
  const workbook = entries.get('xl/workbook.xml');
  if (!workbook) throw notXlsx('it has no xl/workbook.xml');
  const targets = new Map<string, string>();
  await parseWhole(zip, entries.get('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship')
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets = new Map<string, string>();
  await parseWhole(zip, workbook, {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target && entries.has(target)) sheets.set(attributes['name'] ?? target, target);
    },
  });
  if (sheets.size === 0) throw notXlsx('it has no sheet');
  return sheets;
}

/** The texts that cells share. A text may be cut into runs; phonetic readings (rPh) are no part of it. */
async function readTexts(zip: ZipFile, entries: Entries): Promise<string[]> {
  const entry = entries.get('xl/sharedStrings.xml');
  if (entry && entry.uncompressedSize > limits.textBytes)
    throw new UnreadableFile(
      'too-large',
      `The texts of the file take ${entry.uncompressedSize} bytes; ${limits.textBytes} are allowed.`,
    );
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = false;
  await parseWhole(zip, entry, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic = true;
      isText = name === 't' && !phonetic;
    },
    text: (part) => {
      if (isText) text += part;
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      if (name === 'rPh') phonetic = false;
      isText = false;
    },
  });
  return texts;
}

/** The column of a reference such as "AB12", from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i += 1) {
    const code = reference.charCodeAt(i) - 64;
    if (code < 1 || code > 26) break;
    column = column * 26 + code;
  }
  return column - 1;
}

const widest = 16_384;

async function* readRows(zip: ZipFile, entry: Entry, texts: readonly string[]): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = '';
  let value = '';
  let isValue = false;
  const put = () => {
    const text =
      type === 's'
        ? (texts[Number(value)] ?? '')
        : type === 'n' && value !== ''
          ? String(Number(value))
          : value;
    if (text === '' || column >= widest) return;
    while (cells.length < column) cells.push('');
    cells[column] = text;
  };
  const parts = parseEntry(zip, entry, {
    open: (name, attributes) => {
      if (name === 'row') {
        row = Number(attributes['r'] ?? row + 1);
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] ? columnOf(attributes['r']) : column + 1;
        type = attributes['t'] ?? 'n';
        value = '';
      } else isValue = name === 'v' || name === 't';
    },
    text: (part) => {
      if (isValue) value += part;
    },
    close: (name) => {
      isValue = false;
      if (name === 'c') put();
      else if (name === 'row') batch.push({ row, cells });
    },
  });
  while (!(await parts.next()).done) {
    if (batch.length === 0) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
