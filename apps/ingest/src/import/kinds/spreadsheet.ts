/** Opens a spreadsheet of either kind, which is recognized by its first bytes, never by its name. */
import { open } from 'node:fs/promises';
import { openCsv } from './read-csv.js';
import { openXlsx } from './read-xlsx.js';
import type { Spreadsheet } from './rows.js';
import { UnreadableFile } from './unreadable-file.js';

const sniffedBytes = 64 * 1024;

/** In: the path of an .xlsx or .csv file. Out: its sheets; the caller closes it. Errors: UnreadableFile. */
export async function openSpreadsheet(path: string): Promise<Spreadsheet> {
  const start = await readStart(path);
  if (start.length === 0) throw new UnreadableFile('truncated', 'The file is empty.');
  if (start.subarray(0, 2).toString('latin1') === 'PK') return openXlsx(path);
  if (start.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw new UnreadableFile(
      'not-a-spreadsheet',
      'The file is an old .xls, or is protected by a password. Save it as .xlsx or .csv without one.',
    );
  const encoding = start.subarray(0, 2).toString('hex') === 'fffe' ? 'utf-16le' : 'utf-8';
  const text = new TextDecoder(encoding).decode(start);
  if (text.includes('\u0000') || /^\s*(<!doctype|<html|<\?xml|%PDF|\{|\[)/i.test(text))
    throw new UnreadableFile('not-a-spreadsheet', 'The file is neither .xlsx nor .csv.');
  return openCsv(path, encoding, text);
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
