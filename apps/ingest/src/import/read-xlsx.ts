/** Streams the rows of an .xlsx file; nothing but its shared texts is kept in memory. */
import { posix } from 'node:path';
import { openOfficeFile, UnreadableOfficeFile, type OfficeFile } from '@rapporteur/office-file';
import { UnreadableFile, type Row, type Spreadsheet } from './spreadsheet.js';

const textBytes = 200 * 1024 ** 2;

const notXlsx = (why: string) =>
  new UnreadableFile('not-a-spreadsheet', `The file is a ZIP but no .xlsx: ${why}.`);

/** In: the path of a ZIP. Out: the workbook in it. Errors: UnreadableFile. */
export async function openXlsx(path: string): Promise<Spreadsheet> {
  const file = await openOfficeFile(path).catch(toUnreadable);
  try {
    const sheets = await readSheetList(file);
    const texts = await readTexts(file);
    return {
      sheets: [...sheets.keys()],
      rows: (sheet) => readRows(file, sheets.get(sheet)!, texts),
      close: async () => file.close(),
    };
  } catch (error) {
    file.close();
    return toUnreadable(error);
  }
}

function toUnreadable(error: unknown): never {
  if (error instanceof UnreadableOfficeFile)
    throw new UnreadableFile(error.code === 'not-a-zip' ? 'not-a-spreadsheet' : error.code, error.message);
  throw error;
}

/** Sheet name to entry name, in the order of the workbook. */
async function readSheetList(file: OfficeFile): Promise<Map<string, string>> {
  if (!file.has('xl/workbook.xml')) throw notXlsx('it has no xl/workbook.xml');
  const targets = new Map<string, string>();
  await file.readPart('xl/_rels/workbook.xml.rels', {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship')
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets = new Map<string, string>();
  await file.readPart('xl/workbook.xml', {
    open: (name, attributes) => {
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target && file.has(target)) sheets.set(attributes['name'] ?? target, target);
    },
  });
  if (sheets.size === 0) throw notXlsx('it has no sheet');
  return sheets;
}

/** The texts that cells share. A text may be cut into runs; phonetic readings (rPh) are no part of it. */
async function readTexts(file: OfficeFile): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
  if (file.sizeOf(part) > textBytes)
    throw new UnreadableFile(
      'too-large',
      `The texts of the file take ${file.sizeOf(part)} bytes; ${textBytes} are allowed.`,
    );
  const texts: string[] = [];
  let text = '';
  let isText = false;
  let phonetic = false;
  await file.readPart(part, {
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

async function* readRows(file: OfficeFile, sheet: string, texts: readonly string[]): AsyncGenerator<Row[]> {
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
  const parts = file.parsePart(sheet, {
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
  try {
    while (!(await parts.next()).done) {
      if (batch.length === 0) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    toUnreadable(error);
  }
  if (batch.length > 0) yield batch;
}
