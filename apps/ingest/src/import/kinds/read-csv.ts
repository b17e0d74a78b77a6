/** Streams the rows of a .csv file: comma, semicolon or tab; UTF-8 or UTF-16. */
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decode } from './decode.js';
import { limits } from './limits.js';
import type { Row, Spreadsheet } from './rows.js';
import { UnreadableFile } from './unreadable-file.js';

/** The size of a batch: it ends at whichever of these limits comes first. */
const perBatch = { rows: 1000, characters: 1024 ** 2 };
const longestRecord = 1024 * 1024;

/** The separator that occurs most often in a single one of the first 50 lines. */
function findSeparator(start: string): string {
  const lines = start.split(/\r?\n/).slice(0, 50);
  const most = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return [',', ';', '\t'].sort((a, b) => most(b) - most(a))[0]!;
}

function toUnreadable(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return new UnreadableFile(
      'truncated',
      `The file ends within quotation marks: it is truncated. ${error.message}`,
    );
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new UnreadableFile('too-large', `A row is over ${longestRecord} characters long.`);
  return new UnreadableFile('not-a-spreadsheet', `The file is no CSV: ${error.message}`);
}

/** Cells over the longest length are cut, so that a very long row does not fill the memory. */
function toRow(row: number, record: readonly string[]): { row: Row; characters: number } {
  let characters = 0;
  let isCut = record.length > limits.columns;
  for (const cell of record) {
    characters += cell.length;
    isCut ||= cell.length > limits.cell;
  }
  const cells = isCut
    ? record.slice(0, limits.columns).map((cell) => cell.slice(0, limits.cell + 1))
    : record;
  return { row: { row, cells }, characters };
}

/** In: path, encoding and the first characters. Out: a spreadsheet of one sheet. */
export function openCsv(path: string, encoding: string, start: string): Spreadsheet {
  async function* rows(): AsyncGenerator<Row[]> {
    const parser = parse({
      delimiter: findSeparator(start),
      bom: true,
      relax_column_count: true,
      max_record_size: longestRecord,
    });
    const source = Readable.from(decode(path, encoding, 'Save it as "CSV UTF-8".'));
    // The end or error of the pipeline is also that of the parser, which is read below.
    pipeline(source, parser, () => undefined);
    let batch: Row[] = [];
    let [row, characters] = [0, 0];
    try {
      for await (const record of parser as AsyncIterable<string[]>) {
        if (row === limits.rows)
          throw new UnreadableFile(
            'too-large',
            `The file has more than ${limits.rows} rows. Import it in parts.`,
          );
        const read = toRow((row += 1), record);
        batch.push(read.row);
        characters += read.characters;
        if (batch.length < perBatch.rows && characters < perBatch.characters) continue;
        yield batch;
        [batch, characters] = [[], 0];
      }
    } catch (error) {
      throw toUnreadable(error);
    } finally {
      source.destroy();
    }
    if (batch.length > 0) yield batch;
  }
  return { sheets: ['csv'], rows, close: async () => undefined };
}
