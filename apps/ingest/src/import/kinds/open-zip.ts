/** Opens a spreadsheet that is a ZIP: an .xlsx or an .ods, by what is in it. */
import { openOfficeFile, UnreadableOfficeFile } from '@rapporteur/office-file';
import { openOds } from './read-ods.js';
import { openXlsx } from './read-xlsx.js';
import type { Row, Spreadsheet } from './rows.js';
import { UnreadableFile } from './unreadable-file.js';

/** In: the path of a ZIP. Out: the spreadsheet in it; the caller closes it. Errors: UnreadableFile. */
export async function openZip(path: string): Promise<Spreadsheet> {
  const file = await openOfficeFile(path).catch(toUnreadable);
  const isOds = file.has('content.xml') && !file.has('xl/workbook.xml');
  const opened = (isOds ? openOds(file) : openXlsx(file)).catch((error: unknown) => {
    file.close();
    return toUnreadable(error);
  });
  const { rows, ...spreadsheet } = await opened;
  return { ...spreadsheet, rows: (sheet) => translate(rows(sheet)) };
}

async function* translate(rows: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  try {
    yield* rows;
  } catch (error) {
    toUnreadable(error);
  }
}

/** Errors: UnreadableFile for one of the office file; any other as it is. */
export function toUnreadable(error: unknown): never {
  if (error instanceof UnreadableOfficeFile)
    throw new UnreadableFile(error.code === 'not-a-zip' ? 'not-a-spreadsheet' : error.code, error.message);
  throw error;
}
