/** Finds the styles of an .xlsx that show a number as a day or as a share. */
import type { OfficeFile } from '@rapporteur/office-file';
import { limits } from './limits.js';
import type { Shown } from './read-cell.js';
import { UnreadableFile } from './unreadable-file.js';

/** Formats that a file names by number only (ECMA-376 part 1, 18.8.30, those of East Asia included). */
const builtIn = (id: number): Shown => {
  const isDay = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  return isDay && id !== 48 && id !== 49 ? 'day' : id === 9 || id === 10 ? 'share' : 'number';
};

/**
 * Reads a format that has a text: letters of dates, neither quoted nor in brackets, show a day; a per cent sign
 * shows a share.
 */
function readFormat(code: string): Shown {
  const bare = code
    .slice(0, 1000)
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./gu, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '');
  if (/general/i.test(bare)) return 'number';
  return /[dmyhs]/i.test(bare) ? 'day' : bare.includes('%') ? 'share' : 'number';
}

/** Out: for a cell's style (its attribute s), how it shows a number. Errors: UnreadableFile. */
export async function readStyles(file: OfficeFile): Promise<(style: string | undefined) => Shown> {
  const part = 'xl/styles.xml';
  if (file.sizeOf(part) > limits.descriptionBytes)
    throw new UnreadableFile('too-large', 'The styles of the file are far longer than a table needs.');
  const formats = new Map<string, Shown>();
  const styles: Shown[] = [];
  let isOfCells = false;
  await file.readPart(part, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') formats.set(numFmtId, readFormat(formatCode));
      if (name === 'cellXfs') isOfCells = true;
      if (name === 'xf' && isOfCells) styles.push(formats.get(numFmtId) ?? builtIn(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') isOfCells = false;
    },
  });
  return (style) => (style === undefined ? 'number' : (styles[Number(style)] ?? 'number'));
}
