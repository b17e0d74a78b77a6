/** Opens a file of any kind that is taken, which is recognized by its content, never by its name. */
import { open } from 'node:fs/promises';
import { openZip } from './open-zip.js';
import { openCsv } from './read-csv.js';
import { openJsonStat } from './read-json-stat.js';
import { isSdmxCsv, openSdmxCsv } from './sdmx/read-sdmx-csv.js';
import type { Spreadsheet } from './rows.js';
import { openSdmxMl } from './sdmx/read-sdmx-ml.js';
import { notTaken, UnreadableFile } from './unreadable-file.js';

const sniffedBytes = 64 * 1024;
/** How XML begins, which no name of a column does. */
const xml = /^<[?!a-z_]/i;

/** Beginnings of texts that are no tables. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^(<!doctype html|<html)/i, 'a web page'],
  [/^%PDF/, 'a PDF'],
  [/^\{\\rtf/, 'a text document'],
  [/^\[/, 'JSON but no JSON-stat dataset'],
];

/** In: the path of a file. Out: its sheets; the caller closes it. Errors: UnreadableFile. */
export async function openSpreadsheet(path: string): Promise<Spreadsheet> {
  const start = await readStart(path);
  if (start.length === 0) throw new UnreadableFile('truncated', 'The file is empty.');
  if (start.subarray(0, 2).toString('latin1') === 'PK') return openZip(path);
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new UnreadableFile(
      'not-a-spreadsheet',
      'The file is an old .xls, or is protected by a password. Save it as .xlsx or .csv without one.',
    );
  const encoding = encodingOf(start);
  const text = new TextDecoder(encoding).decode(start);
  if (text.includes('\u0000')) throw notTaken('of a kind that is not known');
  const other = others.find(([form]) => form.test(text.trimStart()));
  if (other) throw notTaken(other[1]);
  if (xml.test(text.trimStart())) return openSdmxMl(path, encoding, text);
  if (text.trimStart().startsWith('{')) return openJsonStat(path, encoding);
  const csv = openCsv(path, encoding, text);
  return isSdmxCsv(text) ? openSdmxCsv(csv) : csv;
}

function encodingOf(start: Buffer): string {
  const mark = start.subarray(0, 2).toString('hex');
  // Two bytes for "<" show how XML goes on that has no byte order mark.
  if (['fffe', '3c00'].includes(mark)) return 'utf-16le';
  return ['feff', '003c'].includes(mark) ? 'utf-16be' : 'utf-8';
}

async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
