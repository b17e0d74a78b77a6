/** Streams the rows of an .xlsx file; nothing but its shared texts is kept in memory. */
import { posix } from 'node:path';
import type { OfficeFile } from '@rapporteur/office-file';
import { limits } from './limits.js';
import { readStyles } from './read-styles.js';
import { lengthen, SheetReader } from './sheet-reader.js';
import type { Row, Spreadsheet } from './rows.js';
import { UnreadableFile } from './unreadable-file.js';

const notXlsx = (why: string) =>
  new UnreadableFile('not-a-spreadsheet', `The file is a ZIP but no .xlsx or .ods: ${why}.`);

/** In: an opened ZIP. Out: the workbook in it. Errors: UnreadableFile; those of the office file. */
export async function openXlsx(file: OfficeFile): Promise<Spreadsheet> {
  const { sheets, from1904 } = await readSheetList(file);
  const workbook = { texts: await readTexts(file), shownBy: await readStyles(file), from1904 };
  return {
    sheets: [...sheets.keys()],
    rows: (sheet) => readRows(file, sheets.get(sheet)!, new SheetReader(sheet, workbook)),
    close: async () => file.close(),
  };
}

/** Sheet name to entry name, in the order of the workbook, and whether its days are counted from 1904. */
async function readSheetList(
  file: OfficeFile,
): Promise<{ sheets: ReadonlyMap<string, string>; from1904: boolean }> {
  const [book, relations] = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
  if (!file.has(book)) throw notXlsx(`it has no ${book}`);
  if (file.sizeOf(book) + file.sizeOf(relations) > limits.descriptionBytes)
    throw new UnreadableFile('too-large', 'The list of sheets is far longer than a workbook needs.');
  const targets = new Map<string, string>();
  await file.readPart(relations, {
    open: (name, { Id = '', Target = '' }) => {
      if (name === 'Relationship')
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target));
    },
  });
  const sheets = new Map<string, string>();
  let from1904 = false;
  await file.readPart(book, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const target = targets.get(attributes['r:id'] ?? '');
      if (target && file.has(target)) sheets.set(attributes['name'] ?? target, target);
      if (sheets.size > limits.sheets)
        throw new UnreadableFile('too-large', `The file has more than ${limits.sheets} sheets.`);
    },
  });
  if (sheets.size === 0) throw notXlsx('it has no sheet');
  return { sheets, from1904 };
}

/** The texts that cells share. A text may be cut into runs; phonetic readings (rPh) are no part of it. */
async function readTexts(file: OfficeFile): Promise<string[]> {
  const part = 'xl/sharedStrings.xml';
  const tooLarge = (what: string) => new UnreadableFile('too-large', `The texts of the file are ${what}.`);
  if (file.sizeOf(part) > limits.sharedTextBytes)
    throw tooLarge(`${file.sizeOf(part)} bytes long; ${limits.sharedTextBytes} are allowed`);
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
      if (isText) text = lengthen(text, part);
    },
    close: (name) => {
      if (name === 'si') texts.push(text);
      if (name === 'rPh') phonetic = false;
      isText = false;
      if (texts.length > limits.sharedTexts) throw tooLarge(`more than ${limits.sharedTexts}`);
    },
  });
  return texts;
}

async function* readRows(file: OfficeFile, part: string, reader: SheetReader): AsyncGenerator<Row[]> {
  const chunks = file.parsePart(part, reader);
  while (!(await chunks.next()).done) {
    const rows = reader.take();
    if (rows.length > 0) yield rows;
  }
  const rows = reader.take();
  if (rows.length > 0) yield rows;
}
