/** Opens a spreadsheet whatever its kind: told by its first bytes, never by its name. */
import { open } from 'node:fs/promises';
import { openCsv } from './read-csv.js';
import { openXlsx } from './read-xlsx.js';

/** One row: its number in the file as a spreadsheet program shows it, and its cells as text, '' for an empty one. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
}

export interface Spreadsheet {
  readonly sheets: readonly string[];
  /** The rows of a sheet in order, some at a time. Errors: UnreadableFile. */
  rows(sheet: string): AsyncGenerator<Row[]>;
  close(): Promise<void>;
}

/** Why a file cannot be taken: `code` for programs, the message for people. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(
    readonly code:
      | 'not-a-spreadsheet'
      | 'truncated'
      | 'too-large'
      | 'bad-encoding'
      | 'no-header'
      | 'no-rows'
      | 'bad-mapping'
      | 'bad-form'
      | 'bad-date'
      | 'bad-request',
    message: string,
  ) {
    super(message);
  }
}

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
