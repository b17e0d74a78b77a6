/** The paragraphs and footnotes of a .docx, with the numbers that Word counts and does not write. */
import {
  openOfficeFile,
  UnreadableOfficeFile,
  type Attributes,
  type OfficeFile,
} from '@rapporteur/office-file';
import type { Line } from './line.js';
import { collectRows, type TableRows } from './table-rows.js';
import { UnreadableDocument } from '../unreadable-document.js';

const body = 'word/document.xml';

/** In: the path of a .docx. Out: its paragraphs in order, then its footnotes. Errors: UnreadableDocument. */
export async function readDocx(path: string): Promise<Line[]> {
  return withOfficeFile(path, async (file) => {
    const starts = await readNumbering(file);
    const lines = await readParagraphs(file, body, starts);
    const notes = await readParagraphs(file, 'word/footnotes.xml', new Map());
    return [...lines, ...notes.map((line) => ({ ...line, page: undefined, isFootnote: true }))];
  });
}

/** Opens an office file for a reader. Errors: what is wrong with the file, as UnreadableDocument. */
export async function withOfficeFile(
  path: string,
  read: (file: OfficeFile) => Promise<Line[]>,
): Promise<Line[]> {
  let file: OfficeFile | undefined;
  try {
    file = await openOfficeFile(path);
    return await read(file);
  } catch (error) {
    if (!(error instanceof UnreadableOfficeFile)) throw error;
    throw new UnreadableDocument(error.code === 'too-large' ? 'too-large' : 'damaged', error.message);
  } finally {
    file?.close();
  }
}

/** For each list that is numbered 1, 2, 3 at its first level: the number that it begins with. */
async function readNumbering(file: OfficeFile): Promise<Map<string, number>> {
  const abstract = new Map<string, number>();
  const starts = new Map<string, number>();
  let [current, level, num] = ['', '', ''];
  let start = 1;
  await file.readPart('word/numbering.xml', {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'abstractNum') current = attributes['w:abstractNumId'] ?? '';
      else if (name === 'num') num = attributes['w:numId'] ?? '';
      else if (name === 'abstractNumId') {
        const from = abstract.get(value);
        if (from !== undefined) starts.set(num, from);
      } else if (name === 'lvl') [level, start] = [attributes['w:ilvl'] ?? '', 1];
      else if (name === 'start' && level === '0') start = Number(value) || 0;
      else if (name === 'numFmt' && level === '0' && value === 'decimal') abstract.set(current, start);
      else if (name === 'startOverride' && starts.has(num)) starts.set(num, Number(value) || 0);
    },
  });
  return starts;
}

/** What is not text of the letter: what was deleted by a revision, and copies for older programs. */
const skipped = new Set(['del', 'moveFrom', 'Fallback', 'instrText']);

async function readParagraphs(
  file: OfficeFile,
  part: string,
  starts: ReadonlyMap<string, number>,
): Promise<Line[]> {
  const rows = collectRows();
  const openPart = partsOf(rows);
  const counts = new Map<string, number>();
  /** Paragraphs may hold text boxes with paragraphs. */
  const open: { text: string; list?: string; level?: string }[] = [];
  let page = 1;
  let inText = false;
  let skipping = 0;
  const end = ({ text, list, level }: (typeof open)[number]) => {
    const from = level === '0' && list !== undefined ? starts.get(list) : undefined;
    if (from === undefined || text.trim() === '') return rows.add({ text, page, ends: true });
    const number = counts.has(list!) ? counts.get(list!)! + 1 : from;
    counts.set(list!, number);
    rows.add({ text, page, ends: true, number });
  };
  await file.readPart(part, {
    open(name, attributes: Attributes) {
      const paragraph = open.at(-1);
      openPart(name, attributes);
      if (skipped.has(name)) skipping += 1;
      else if (name === 'p') open.push({ text: '' });
      else if (name === 't') inText = skipping === 0;
      else if (name === 'lastRenderedPageBreak' || (name === 'br' && attributes['w:type'] === 'page'))
        page += 1;
      else if ((name === 'tab' || name === 'br' || name === 'cr') && paragraph && skipping === 0)
        paragraph.text += name === 'tab' ? '\t' : '\n';
      else if (name === 'ilvl' && paragraph) paragraph.level = attributes['w:val'] ?? '';
      else if (name === 'numId' && paragraph) paragraph.list = attributes['w:val'] ?? '';
    },
    text(text) {
      if (inText && open.length > 0) open.at(-1)!.text += text.replace(/[\t\r\n]/g, ' ');
    },
    close(name) {
      if (skipped.has(name)) skipping -= 1;
      else if (name === 't') inText = false;
      else if (name === 'p' && open.length > 0) end(open.pop()!);
      else if (name === 'tbl') rows.closeTable();
    },
  });
  return rows.end();
}

/** A function that tells of the parts of tables as they open. How wide a cell is stands in it, before its paragraphs. */
function partsOf(rows: TableRows): (name: string, attributes: Attributes) => void {
  let columns = 0;
  return (name, attributes) => {
    const value = Number(attributes['w:val']);
    if (name === 'tc') columns = 1;
    else if (name === 'gridSpan') columns = value;
    else if (name === 'gridBefore') rows.openCell(value);
    else if (name === 'tr') rows.openRow();
    else if ((name === 'p' || name === 'tbl') && columns > 0) {
      rows.openCell(columns);
      columns = 0;
    }
    if (name === 'tbl') rows.openTable();
  };
}
