/** The text of an RTF: its groups are walked, and what is no text of the letter is left out. */
import type { Line } from './line.js';
import { readSmall } from './read-small.js';
import { collectRows } from './table-rows.js';
import { UnreadableDocument } from '../unreadable-document.js';

/** Groups whose content is no text of the letter. */
const destinations = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable generator themedata latentstyles datastore xmlnstbl fldinst bkmkstart bkmkend revtbl rsidtbl'.split(
    ' ',
  ),
);
/** Where a cell, a row, and a paragraph within a cell end, as signs that no text has. */
const [cellEnd, rowEnd, cellParagraph] = ['\u0001', '\u0002', '\u0003'];
/** A break within a paragraph. */
const lineBreak = '\u0006';
/** Before and after the number or mark of an item of a list, which is none of its text; and that the list is in another. */
const [labelMark, lowerMark] = ['\u0004', '\u0005'];
const ownLabel = new RegExp(`${labelMark}([^${labelMark}]*)${labelMark}(${lowerMark}?)`, 'u');
/** A map, since a control word may have the name of what every object has. */
const signs = new Map(
  Object.entries({
    ...{ tab: '\t', line: lineBreak, emdash: '—', endash: '–', bullet: '•', lquote: '‘', rquote: '’' },
    ...{ ldblquote: '“', rdblquote: '”', par: '\n', sect: '\n', page: '\n' },
    // Rows of a table in a table are told as text.
    ...{ cell: cellEnd, row: rowEnd, nestcell: ' ', nestrow: ' ' },
  }),
);
const codePages: Readonly<Record<number, string>> = {
  936: 'gbk',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
};
const token = /\\([a-z]+)(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/giy;
const deepest = 1000;

/** Errors: UnreadableDocument; those of the disk. */
export async function readRtf(path: string): Promise<Line[]> {
  const rtf = (await readSmall(path)).toString('latin1');
  let [text, depth, isInTable] = ['', 0, false];
  /** Of each open group: whether it is left out, and how many characters stand in for one that is given by its code. */
  const groups: { skip: boolean; instead: number; isLabel?: boolean }[] = [{ skip: false, instead: 1 }];
  let [bytes, codePage, owed]: [number[], number, number] = [[], 1252, 0];
  const flush = () => {
    if (bytes.length > 0)
      text += new TextDecoder(codePages[codePage] ?? `windows-${codePage}`).decode(Uint8Array.from(bytes));
    bytes = [];
  };
  for (const [, word, given, hex, symbol, brace, plain] of rtf.matchAll(token)) {
    const group = groups.at(-1)!;
    if (brace === '{') {
      groups.push({ ...group });
      if ((depth += 1) > deepest)
        throw new UnreadableDocument('damaged', 'The groups of the RTF are too deep.');
    } else if (brace === '}') {
      if (groups.length > 1 && groups.pop()!.isLabel && !groups.at(-1)!.isLabel) text += labelMark;
      depth -= 1;
    } else if (word) {
      const name = word.toLowerCase();
      if (destinations.has(name)) group.skip = true;
      else if (name === 'listtext' || name === 'pntext') {
        flush();
        group.isLabel = true;
        text += labelMark;
      } else if (name === 'ilvl' && given !== '0') text += lowerMark;
      else if (name === 'ansicpg' && /^125\d$|^9(?:32|36|49|50)$/.test(given ?? '')) codePage = Number(given);
      else if (name === 'uc') group.instead = Number(given);
      else if (!group.skip) {
        flush();
        if (name === 'u') [text, owed] = [text + String.fromCharCode(Number(given) & 0xffff), group.instead];
        else if (name === 'intbl' || name === 'pard') isInTable = name === 'intbl';
        else text += isInTable && name === 'par' ? cellParagraph : (signs.get(name) ?? '');
      }
    } else if (symbol === '*') group.skip = true;
    else if (group.skip) continue;
    else if (hex !== undefined) {
      if (owed > 0) owed -= 1;
      else bytes.push(parseInt(hex, 16));
    } else {
      flush();
      const said =
        symbol === '~' ? ' ' : symbol !== undefined && /[\\{}]/.test(symbol) ? symbol : (plain ?? '');
      text += said.slice(owed);
      owed = Math.max(0, owed - said.length);
    }
  }
  flush();
  return toLines(text.toWellFormed());
}

/** Paragraphs between rows part tables. */
function toLines(text: string): Line[] {
  const rows = collectRows();
  let [cells, paragraphs, isOpen] = [[] as string[][], [] as string[], false];
  const add = (all: readonly string[]) => {
    for (const one of all) {
      const [, label = '', isLower] = ownLabel.exec(one) ?? [];
      const number = isLower ? undefined : /^\s*(\d{1,4})[.)]?\s*$/u.exec(label)?.[1];
      const text = one.replace(ownLabel, '').replace(marks, '').replaceAll(lineBreak, '\n');
      rows.add({ text, ends: true, ...(number === undefined ? {} : { number: Number(number) }) });
    }
  };
  for (const [, said, sign] of text.matchAll(part)) {
    if (said !== '' || sign === cellEnd) paragraphs.push(said!);
    if (sign === cellEnd) [cells, paragraphs] = [[...cells, paragraphs], []];
    else if (sign === rowEnd) {
      if (!isOpen) rows.openTable();
      isOpen = true;
      rows.openRow();
      for (const cell of cells) {
        rows.openCell();
        add(cell);
      }
      add(paragraphs);
      [cells, paragraphs] = [[], []];
    } else if (sign !== cellParagraph) {
      if (isOpen) rows.closeTable();
      isOpen = false;
      add([...cells.flat(), ...paragraphs]);
      [cells, paragraphs] = [[], []];
    }
  }
  return rows.end();
}

const marks = new RegExp(`[${labelMark}${lowerMark}]`, 'gu');
const part = new RegExp(
  `([^\\n${cellEnd}${rowEnd}${cellParagraph}]*)(\\n|${cellEnd}|${rowEnd}|${cellParagraph}|$)`,
  'gu',
);
