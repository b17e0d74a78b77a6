/** The paragraphs, rows and footnotes of an .odt. */
import type { Attributes } from '@rapporteur/office-file';
import type { Line } from './line.js';
import { withOfficeFile } from './read-docx.js';
import { collectRows, type TableRows } from './table-rows.js';

/** What is not text of the letter: the sign of a note, comments, and what was deleted by a revision. */
const skipped = new Set(['note-citation', 'annotation', 'tracked-changes']);
/** Blanks in a paragraph that are elements. */
const blanks = new Map([
  ['s', ' '],
  ['tab', '\t'],
  ['line-break', '\n'],
]);

/** In: the path of an .odt. Out: its paragraphs and rows in order, then its footnotes. Errors: UnreadableDocument. */
export const readOdt = (path: string): Promise<Line[]> =>
  withOfficeFile(path, async (file) => {
    const notes: Line[] = [];
    const rows = collectRows();
    /** Paragraphs may hold notes with paragraphs. */
    const open: string[] = [];
    const numbers = countItems();
    let [noteDepth, skipping] = [0, 0];
    await file.readPart('content.xml', {
      open(name, attributes) {
        if (skipped.has(name)) skipping += 1;
        if (skipping > 0) return;
        numbers.open(name, attributes);
        openPart(rows, name, attributes);
        if (name === 'note-body') noteDepth += 1;
        else if (name === 'p' || name === 'h') open.push('');
        else if (open.length > 0) open[open.length - 1] += blanks.get(name) ?? '';
      },
      text(text) {
        if (open.length > 0 && skipping === 0) open[open.length - 1] += text.replace(/[\t\r\n]/g, ' ');
      },
      close(name) {
        if (skipped.has(name)) skipping -= 1;
        if (skipping > 0) return;
        if (name === 'list') numbers.close();
        else if (name === 'note-body') noteDepth -= 1;
        else if (name === 'table') rows.closeTable();
        else if ((name === 'p' || name === 'h') && open.length > 0) {
          const text = open.pop()!;
          if (noteDepth > 0) notes.push({ text, ends: true, isFootnote: true });
          else rows.add({ text, ends: true, ...numbers.take() });
        }
      },
    });
    return [...rows.end(), ...notes];
  });

/** Tells of the parts of tables. A cell that another reaches over is written, as are rows of the head. */
function openPart(rows: TableRows, name: string, attributes: Attributes): void {
  if (name === 'table') rows.openTable();
  else if (name === 'table-row') rows.openRow();
  else if (name === 'table-cell' || name === 'covered-table-cell') {
    const repeated = Math.min(Number(attributes['table:number-columns-repeated']) || 1, mostRepeated);
    for (let i = 0; i < repeated; i += 1) rows.openCell();
  }
}

/** How often a cell is believed to be repeated. */
const mostRepeated = 50;

/** The numbers of items of lists that are numbered at their first level; each is the number of one paragraph. */
function countItems() {
  /** The first number of each style of list that is numbered. */
  const numbered = new Map<string, number>();
  const lists: { isNumbered: boolean; count: number }[] = [];
  let [style, item, number] = ['', 0, undefined as number | undefined];
  return {
    open(name: string, attributes: Attributes) {
      if (name === 'list-style') style = attributes['style:name'] ?? '';
      else if (name === 'list-level-style-number' && attributes['text:level'] === '1')
        numbered.set(style, Number(attributes['text:start-value']) || 1);
      else if (name === 'list') {
        const first = lists.length === 0 ? numbered.get(attributes['text:style-name'] ?? '') : undefined;
        const count = attributes['text:continue-numbering'] === 'true' ? item : (first ?? 1) - 1;
        lists.push({ isNumbered: first !== undefined, count });
      } else if (name === 'list-item' && lists.length === 1 && lists[0]!.isNumbered) {
        lists[0]!.count = Number(attributes['text:start-value']) || lists[0]!.count + 1;
        number = item = lists[0]!.count;
      }
    },
    close: () => void lists.pop(),
    /** The number of the item whose first paragraph ends. */
    take(): { number?: number } {
      const taken = number === undefined ? {} : { number };
      number = undefined;
      return taken;
    },
  };
}
