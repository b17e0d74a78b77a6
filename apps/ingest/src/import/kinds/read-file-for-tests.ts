/** Reads the rows of a file that a test writes, as they come from its reader. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Row } from './rows.js';
import { openSpreadsheet } from './spreadsheet.js';

/** In: the bytes of a file and the name of a sheet; the first when not given. Out: all its rows. */
export async function readFileRows(content: Buffer | string, name?: string): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'read-file-'));
  try {
    const path = join(folder, 'file');
    await writeFile(path, content);
    const spreadsheet = await openSpreadsheet(path);
    try {
      const rows: Row[] = [];
      for await (const batch of spreadsheet.rows(name ?? spreadsheet.sheets[0]!)) rows.push(...batch);
      return rows;
    } finally {
      await spreadsheet.close();
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The cells of a row as a spreadsheet program shows them. */
export const showRow = ({ cells, columns }: Row): string[] => {
  const shown: string[] = [];
  cells.forEach((cell, i) => (shown[columns?.[i] ?? i] = cell));
  return Array.from(shown, (cell) => cell ?? '');
};
