/** Finds the sheets of a file that hold figures: in each the header, and the rows below it. */
import type { Row, Spreadsheet } from '../kinds/rows.js';
import { quote, UnreadableFile } from '../kinds/unreadable-file.js';
import { readHeader, type Header } from './find-header.js';
import { foldWord, type Mapping } from './mapping.js';
import { shapeOf, type Shape } from './shape-rows.js';

/** A header, and the rows below it, one for each figure. */
export interface Body {
  readonly sheet: string;
  readonly header: Header;
  readonly rows: AsyncGenerator<Row[]>;
}

type Found = { readonly header: Header; readonly shape: Shape; readonly rest: readonly Row[] };

/**
 * In: a file and its mapping. Out: its bodies, at least one: that of the first sheet with a header, or of every sheet
 * where the mapping says so. Errors: UnreadableFile, naming the columns that the likeliest sheet lacks, or sheets that
 * would be left out without anybody's decision.
 */
export async function* findBodies(spreadsheet: Spreadsheet, mapping: Mapping): AsyncGenerator<Body> {
  const named = mapping.sheets?.filter((name) => spreadsheet.sheets.includes(name)) ?? [];
  const isNamed = named.length > 0;
  const without = new Set(mapping.everySheet?.except.map(foldWord));
  const sheets = (isNamed ? named : spreadsheet.sheets).filter((name) => !without.has(foldWord(name)));
  let count = 0;
  let fault = '';
  for (const [i, sheet] of sheets.entries()) {
    const rows = spreadsheet.rows(sheet);
    const found = await findInSheet(rows, mapping, sheet);
    if (!('header' in found)) {
      await rows.return(undefined);
      const lacks = `sheet ${quote(sheet)} lacks ${found.missing.slice(0, 20).join(', ')}`;
      if (mapping.everySheet && !found.isEmpty) throw notAll(lacks);
      fault ||= lacks;
      continue;
    }
    count += 1;
    if (!mapping.everySheet && !isNamed) await refuseFurther(spreadsheet, mapping, sheets.slice(i + 1));
    yield { sheet, header: found.header, rows: goOn(found, rows) };
    if (!mapping.everySheet) return;
  }
  if (count > 0) return;
  throw new UnreadableFile(
    'no-header',
    `No header was found within the first ${mapping.headerWithin} rows: ${fault || 'there is no sheet to read'}. The mapping names the columns.`,
  );
}

const notAll = (lacks: string) =>
  new UnreadableFile(
    'no-header',
    `Every sheet is to be read, and ${lacks}. Name it in the mapping under everySheet.except if it holds no figures.`,
  );

const notOne = (sheet: string) =>
  new UnreadableFile(
    'several-sheets',
    `More than one sheet has the header, ${quote(sheet)} too. Say in the mapping which to read: "sheets" for the first of some, or "everySheet": {} for all of them.`,
  );

/** Errors: UnreadableFile, where one of the sheets has the header too: its rows would be lost. */
async function refuseFurther(
  spreadsheet: Spreadsheet,
  mapping: Mapping,
  sheets: readonly string[],
): Promise<void> {
  for (const sheet of sheets) {
    const rows = spreadsheet.rows(sheet);
    const found = await findInSheet(rows, mapping, sheet);
    await rows.return(undefined);
    if ('header' in found) throw notOne(sheet);
  }
}

/** The header of a sheet with the rows after it in the same batch; or else the columns that the likeliest row lacks. */
async function findInSheet(
  rows: AsyncGenerator<Row[]>,
  mapping: Mapping,
  sheet: string,
): Promise<Found | { readonly missing: readonly string[]; readonly isEmpty: boolean }> {
  let missing: readonly string[] | undefined;
  let left = mapping.headerWithin;
  let isEmpty = true;
  for (let next = await rows.next(); !next.done && left > 0; next = await rows.next()) {
    for (const [i, row] of next.value.slice(0, left).entries()) {
      isEmpty &&= row.cells.every((cell) => cell.trim() === '');
      const shape = shapeOf(row, mapping, sheet);
      const found = 'missing' in shape ? shape : readHeader(shape.header, mapping);
      if (!('missing' in shape) && !('missing' in found))
        return { header: found, shape, rest: next.value.slice(i + 1) };
      if ('missing' in found && (!missing || found.missing.length < missing.length)) missing = found.missing;
    }
    left -= next.value.length;
  }
  return { missing: missing ?? ['every column: the sheet is empty'], isEmpty };
}

async function* goOn({ shape, rest }: Found, rows: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  yield* shape.spread(rest);
  for await (const batch of rows) yield* shape.spread(batch);
}
