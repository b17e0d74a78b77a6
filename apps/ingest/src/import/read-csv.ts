/** Streams the rows of a .csv file: comma, semicolon or tab; UTF-8 or UTF-16. */
import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import { UnreadableFile, type Row, type Spreadsheet } from './spreadsheet.js';

const rowsPerBatch = 1000;
const longestRecord = 1024 * 1024;

/** The separator that the fullest of the first lines has most of. */
function findSeparator(start: string): string {
  const lines = start.split(/\r?\n/).slice(0, 50);
  const most = (separator: string) => Math.max(...lines.map((line) => line.split(separator).length));
  return [',', ';', '\t'].sort((a, b) => most(b) - most(a))[0]!;
}

async function* decode(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new UnreadableFile(
      'bad-encoding',
      `The file is not ${encoding.toUpperCase()}. Save it as "CSV UTF-8".`,
    );
  }
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

/** In: path, encoding and the first characters. Out: a spreadsheet of one sheet. */
export function openCsv(path: string, encoding: string, start: string): Spreadsheet {
  async function* rows(): AsyncGenerator<Row[]> {
    const parser = parse({
      delimiter: findSeparator(start),
      bom: true,
      relax_column_count: true,
      max_record_size: longestRecord,
    });
    const feeding = (async () => {
      for await (const text of decode(path, encoding))
        if (!parser.write(text)) await new Promise((done) => parser.once('drain', done).once('close', done));
      parser.end();
    })().catch((error: Error) => void parser.destroy(error));
    let batch: Row[] = [];
    let row = 0;
    try {
      for await (const cells of parser as AsyncIterable<string[]>) {
        batch.push({ row: (row += 1), cells });
        if (batch.length < rowsPerBatch) continue;
        yield batch;
        batch = [];
      }
    } catch (error) {
      throw toUnreadable(error);
    }
    await feeding;
    if (batch.length > 0) yield batch;
  }
  return { sheets: ['csv'], rows, close: async () => undefined };
}
